package io.regcontract.simulator;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What every answer of the simulator must look like, whatever was asked. Codes and names stand here a second time, so
 * that the simulator's own table is not its own judge.
 */
final class AnswerRules {

    private static final Pattern TOKEN = Pattern.compile("[23456789abcdefghjkmnpqrstuvwxyz]{16}");
    private static final Set<String> OAUTH = Set.of(
            "invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type");
    private static final Set<String> TEXT_FIELDS = Set.of(
            "argument_name",
            "type_name",
            "application_id",
            "constraint_name",
            "existing_provider",
            "message",
            "sub_error");

    private static final Map<Integer, String> NAMES = names("100 missing_argument, 200 invalid_argument,"
            + "201 duplicate_argument,205 invalid_auth_method,210 invalid_credentials,211 no_password,212 no_such_account,"
            + "213 password_incorrect,214 password_unacceptable,221 unknown_application,222 unknown_entity_type,"
            + "223 unknown_attribute,224 application_not_found,226 flow_error,232 entity_type_exists,233 attribute_exists,"
            + "234 reserved_attribute,300 error_creating_record,310 record_not_found,320 id_in_new_record,"
            + "330 timestamp_mismatch,340 invalid_data_format,341 invalid_json_type,342 invalid_date_time,"
            + "352 unknown_application,360 constraint_violation,361 unique_violation,362 missing_required_attribute,"
            + "363 length_violation,380 email_address_in_use,390 invalid_form_fields,402 invalid_client_credentials,"
            + "403 client_permission_error,413 no_access_grant,414 access_token_expired,415 authorization_code_expired,"
            + "416 verification_code_expired,417 creation_token_expired,420 redirect_uri_mismatch,480 api_feature_disabled,"
            + "510 api_limit_error,540 triggered_error");

    private static final Map<Integer, String> OBSERVED_NAMES =
            names("352 password_unacceptable,350 password_incorrect,485 invalid_filter_operator");

    private final SpokenDialect dialect;
    private final Set<String> tokens = new HashSet<>();

    AnswerRules(SpokenDialect dialect) {
        this.dialect = dialect;
    }

    /** What is wrong with an answer to a call of that path; empty when nothing is. */
    Optional<String> faultOf(String method, String path, WireAnswer answer) {
        var text = new String(answer.body(), StandardCharsets.UTF_8);
        if (text.contains("Exception") || text.contains("\tat ")) {
            return Optional.of("shows its insides");
        }
        if (method.equals("HEAD") || method.equals("OPTIONS")) {
            return unless(Set.of(200, 204, 404).contains(answer.status()), "refuses to be asked");
        }
        if (!answer.headers().getOrDefault("Cache-Control", "").equals("no-store")) {
            return Optional.of("may be kept by a cache");
        }
        if (!answer.headers().getOrDefault("Content-Type", "").equals("application/json")) {
            return unless(
                    Set.of(400, 404, 405, 413, 431).contains(answer.status())
                            && (text.isEmpty() || text.endsWith(".\n")),
                    "is neither JSON nor a refusal of HTTP with a sentence");
        }
        JsonNode body;
        try {
            body = Json.read(text);
        } catch (JacksonException broken) {
            return Optional.of("is no JSON: " + broken.getMessage());
        }
        return switch (body.path("stat").asString("")) {
            case "ok" -> faultOfSuccess(answer, body);
            case "error" -> faultOfError(path, answer, body);
            default -> Optional.of("has no stat");
        };
    }

    private Optional<String> faultOfSuccess(WireAnswer answer, JsonNode body) {
        if (answer.status() != 200 || body.has("request_token") || body.has("request_id")) {
            return Optional.of("is not sure whether it succeeded");
        }
        for (var element : body.path("results").values()) {
            if (element.path("stat").asString("").equals("error")) {
                if (element.has("request_token") || element.has("request_id")) {
                    return Optional.of("has a token in an element");
                }
                var fault = faultOfEnvelope(element);
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> faultOfError(String path, WireAnswer answer, JsonNode body) {
        boolean observed = dialect == SpokenDialect.OBSERVED;
        var token = body.path(observed ? "request_id" : "request_token").asString("");
        if (!TOKEN.matcher(token).matches() || !tokens.add(token)) {
            return Optional.of("has a token that is none, or was there before: " + token);
        }
        if (observed && answer.status() != 200) {
            boolean oauth = path.matches("/oauth/token/?")
                    && Set.of(400, 401).contains(answer.status())
                    && OAUTH.contains(body.path("error").asString(""));
            return unless(oauth && knows(body, "sub_error"), "is no error of OAuth");
        }
        if (observed
                && path.equals("/entityType.setAccessSchema")
                && body.path("code").asInt() == 500) {
            return unless(
                    body.path("error_description").asString("").equals("Unexpected internal error") && body.size() == 5,
                    "is another internal error than the recorded one");
        }
        return answer.status() != 200 ? Optional.of("has the status " + answer.status()) : faultOfEnvelope(body);
    }

    private Optional<String> faultOfEnvelope(JsonNode body) {
        if (!body.path("code").isInt()) {
            return Optional.of("has no integer for a code");
        }
        if (body.path("code").intValue() == 500) {
            return Optional.of("is an internal error that no one asked for");
        }
        if (!knows(body, "error")) {
            return Optional.of("has a code and a name that do not belong together, by the names in AnswerRules");
        }
        if (body.path("error_description").asString("").isBlank()) {
            return Optional.of("describes nothing");
        }
        for (var field : body.properties()) {
            var value = field.getValue();
            if (TEXT_FIELDS.contains(field.getKey()) && !value.isString()) {
                return Optional.of("has no string in " + field.getKey());
            }
            if (field.getKey().equals("attribute_name") && !value.asString("").startsWith("/")) {
                return Optional.of("has an attribute_name without a leading slash");
            }
            if (field.getKey().equals("invalid_fields") && !isFields(value)) {
                return Optional.of("has invalid_fields that say nothing");
            }
        }
        return Optional.empty();
    }

    private boolean knows(JsonNode body, String nameField) {
        int code = body.path("code").asInt();
        var name = body.path(nameField).asString("");
        var renamed = dialect == SpokenDialect.OBSERVED ? OBSERVED_NAMES : Map.<Integer, String>of();
        return name.equals(renamed.getOrDefault(code, NAMES.get(code)));
    }

    private static boolean isFields(JsonNode fields) {
        return fields.isObject()
                && !fields.isEmpty()
                && fields.values().stream()
                        .allMatch(messages -> messages.isArray()
                                && !messages.isEmpty()
                                && messages.values().stream().noneMatch(message -> message.asString("")
                                        .isBlank()));
    }

    private static Optional<String> unless(boolean holds, String fault) {
        return holds ? Optional.empty() : Optional.of(fault);
    }

    private static Map<Integer, String> names(String table) {
        var names = new HashMap<Integer, String>();
        Arrays.stream(table.split(",", -1))
                .map(row -> row.strip().split(" ", -1))
                .forEach(row -> names.put(Integer.valueOf(row[0]), row[1]));
        return Map.copyOf(names);
    }
}
