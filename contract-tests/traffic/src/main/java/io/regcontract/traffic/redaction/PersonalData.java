package io.regcontract.traffic.redaction;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.ParameterType.Kind;
import io.regcontract.traffic.request.ApiCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may be data of people in one exchange: every value but those of which the contract says what they are. Known by
 * value, so that it is found wherever a service repeats it.
 */
final class PersonalData {

    static final String LEFT_OUT = "(left out)";

    /** What a parameter of these types holds is about the configuration, and says nothing of a person. */
    private static final Set<Kind> IMPERSONAL = EnumSet.of(
            Kind.CHOICE,
            Kind.SECONDS,
            Kind.BOOLEAN,
            Kind.PATH,
            Kind.TYPE_NAME,
            Kind.CLIENT_ID,
            Kind.FLOW_NAME,
            Kind.FLOW_VERSION,
            Kind.FORM_NAME,
            Kind.JSON_ATTRIBUTE_DEFINITION,
            Kind.JSON_ARRAY_OF_CHOICE,
            Kind.JSON_ARRAY_OF_CIDR,
            Kind.JSON_ARRAY_OF_PATH,
            Kind.JSON_ARRAY_OF_ATTRIBUTE_DEFINITION);

    private static final Set<String> IMPERSONAL_PARAMETERS =
            Set.of("client_id", "client_secret", "application_id", "grant_type", "response_type", "locale");

    private static final Set<String> IMPERSONAL_MEMBERS = Set.of(
            "code",
            "error",
            "sub_error",
            "stat",
            "error_description",
            "message",
            "request_token",
            "request_id",
            "argument_name",
            "attribute_name",
            "type_name",
            "application_id");

    private static final Pattern EMAIL =
            Pattern.compile("[\\p{Alnum}_.!#$&'*+/=?^`{|}~%-]+@[\\p{Alnum}-]+(?:\\.[\\p{Alnum}-]+)*");
    private static final int SHORTEST = 3;
    private static final int MOST = 2_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final List<String> values;

    private PersonalData(Set<String> values) {
        this.values = values.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    static PersonalData of(ApiCall call, Answer answer) {
        var values = new LinkedHashSet<String>();
        call.parameters().values().forEach((name, value) -> {
            if (!isImpersonal(call.operation(), name)) {
                addText(values, value);
            }
        });
        if (answer.json() instanceof Body.Json json) {
            json.root().properties().forEach(member -> {
                if (!IMPERSONAL_MEMBERS.contains(member.getKey())) {
                    addLeaves(values, member.getValue());
                }
            });
        }
        return new PersonalData(values);
    }

    static boolean isImpersonal(Operation operation, String name) {
        return IMPERSONAL_PARAMETERS.contains(name)
                || operation
                        .parameter(name)
                        .filter(parameter ->
                                IMPERSONAL.contains(parameter.type().kind())
                                        || (parameter.type().kind() == Kind.INTEGER
                                                && !parameter.name().equals("id")))
                        .isPresent();
    }

    static boolean isImpersonalMember(String name) {
        return IMPERSONAL_MEMBERS.contains(name);
    }

    private static void addText(Set<String> values, String value) {
        add(values, value);
        if (value.startsWith("{") || value.startsWith("[") || value.startsWith("\"")) {
            try {
                addLeaves(values, JSON.readTree(value));
            } catch (JacksonException noJson) {
                // Then it is the one value that has been added.
            }
        }
    }

    private static void addLeaves(Set<String> values, JsonNode node) {
        if (isError(node)) {
            node.properties().forEach(member -> {
                if (!IMPERSONAL_MEMBERS.contains(member.getKey())) {
                    addLeaves(values, member.getValue());
                }
            });
        } else if (node.isContainer()) {
            node.forEach(child -> addLeaves(values, child));
        } else if (node.isString() || node.isNumber()) {
            add(values, node.asString());
        }
    }

    /** An error among the results of a success. */
    static boolean isError(JsonNode node) {
        return node.path("code").isInt() && node.path("error").isString() && node.has("error_description");
    }

    private static void add(Set<String> values, String value) {
        if (value.length() >= SHORTEST && values.size() < MOST) {
            values.add(value);
        }
    }

    /** The text without any of it. */
    String masked(String text) {
        var masked = text;
        for (var value : values) {
            if (masked.contains(value)) {
                masked = masked.replace(value, LEFT_OUT);
            }
        }
        return masked.indexOf('@') < 0 ? masked : EMAIL.matcher(masked).replaceAll("(left out)");
    }

    List<String> values() {
        return new ArrayList<>(values);
    }
}
