package io.regcontract.traffic.replay;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.signing.EncodedCall;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A recorded request as it is repeated: the same method, operation and form, with what the simulator made up in the place of
 * what the service made up.
 *
 * @param path of the operation
 * @param query encoded; empty where there is none
 * @param headers those that matter to the API
 */
record ReplayRequest(String method, String path, String query, List<Answer.Header> headers, String body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * @param values what stands for what
     * @param secretOf the secret of a client of the simulator, by its id there
     * @param application the simulator's
     * @param owner the client of the simulator that owns it
     */
    static ReplayRequest of(
            RecordedCall call,
            ValueMap values,
            Map<String, String> secretOf,
            String application,
            String owner,
            Clock clock) {
        var query = form(call.address().query(), values, application);
        var text = call.exchange().body().text();
        var type = call.exchange().header("Content-Type").orElse("");
        var headers = new ArrayList<Answer.Header>();
        if (!type.isEmpty()) {
            headers.add(new Answer.Header("Content-Type", type));
        }
        call.exchange()
                .header("X-Application-Id")
                .ifPresent(id -> headers.add(new Answer.Header("X-Application-Id", values.mapped(id))));
        headers.addAll(authorization(call, values, secretOf, owner, clock));
        return new ReplayRequest(
                call.exchange().method(), call.operation(), query, headers, body(text, type, values, application));
    }

    private static List<Answer.Header> authorization(
            RecordedCall call, ValueMap values, Map<String, String> secretOf, String owner, Clock clock) {
        var signer = RecordedClients.signer(call);
        if (signer.isPresent()) {
            var id = values.mapped(signer.get());
            var signed = new Call(
                    call.operation(),
                    new Credential.Signature(id, secretOf.getOrDefault(id, ""), Duration.ZERO),
                    mapped(call, values),
                    Map.of());
            return EncodedCall.of(signed, clock).headers();
        }
        var header = call.credentials().header();
        if (header.isEmpty()) {
            return List.of();
        }
        if (RecordedClients.isTakenOut(call)) {
            // Who it was is not known any more; whoever succeeded may do so as the owner.
            return List.of(basic("Basic ", owner, secretOf.getOrDefault(owner, "")));
        }
        if (call.credentials().credential() instanceof Credential.ClientSecret pair) {
            var scheme = header.contains(" ") ? header.substring(0, header.indexOf(' ') + 1) : "";
            return List.of(basic(scheme, values.mapped(pair.clientId()), values.mapped(pair.secret())));
        }
        int blank = header.indexOf(' ');
        return List.of(new Answer.Header(
                "Authorization",
                header.substring(0, blank + 1)
                        + values.mapped(header.substring(blank + 1).strip())));
    }

    private static Answer.Header basic(String scheme, String id, String secret) {
        return new Answer.Header(
                "Authorization",
                scheme + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<String, String> mapped(RecordedCall call, ValueMap values) {
        return call.parameters().values().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> values.mapped(parameter.getValue())));
    }

    /** A form, pair by pair: what stands there twice stays so. */
    private static String form(String encoded, ValueMap values, String application) {
        if (encoded.isEmpty()) {
            return "";
        }
        return Arrays.stream(encoded.split("&", -1))
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    if (equals < 0) {
                        return pair;
                    }
                    var name = pair.substring(0, equals);
                    var value = decoded(pair.substring(equals + 1));
                    var replaced =
                            name.equals("application_id") && values.knows(value) ? application : values.mapped(value);
                    return name + "=" + URLEncoder.encode(replaced, StandardCharsets.UTF_8);
                })
                .collect(Collectors.joining("&"));
    }

    private static String body(String text, String type, ValueMap values, String application) {
        var lower = type.toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return text;
        }
        if (lower.contains("json") || text.stripLeading().startsWith("{")) {
            try {
                return JSON.writeValueAsString(json(JSON.readTree(text), values));
            } catch (JacksonException noJson) {
                return text;
            }
        }
        return lower.startsWith("multipart/") ? values.mapped(text) : form(text, values, application);
    }

    private static JsonNode json(JsonNode node, ValueMap values) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(json(member.getValue(), values)));
        } else if (node instanceof ArrayNode array) {
            for (int index = 0; index < array.size(); index++) {
                array.set(index, json(array.get(index), values));
            }
        } else if (node.isString()) {
            return JSON.getNodeFactory().stringNode(values.mapped(node.stringValue()));
        }
        return node;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
