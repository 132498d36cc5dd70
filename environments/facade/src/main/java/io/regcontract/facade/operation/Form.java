package io.regcontract.facade.operation;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.pipeline.Arguments;
import io.regcontract.facade.schema.TextRules;
import io.regcontract.facade.schema.Times;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A form of a flow.
 *
 * @param fields names of its fields
 * @param definitions the fields of the flow by name
 */
record Form(String name, JsonNode fields, JsonNode definitions) {

    /**
     * What a person filled in, by field.
     *
     * @throws Refusal when a field is missing or badly filled in
     */
    Map<String, String> filledIn(Arguments arguments) {
        Map<String, String> filledIn = new LinkedHashMap<>();
        Map<String, List<String>> wrong = new LinkedHashMap<>();
        fields.forEach(each -> {
            var field = each.asString();
            var value = arguments.text(field);
            value.ifPresent(text -> filledIn.put(field, text));
            complaint(definitions.path(field), value, arguments)
                    .ifPresent(complaint -> wrong.put(field, List.of(complaint)));
        });
        if (!wrong.isEmpty()) {
            throw invalid(wrong);
        }
        return filledIn;
    }

    private static Optional<String> complaint(JsonNode definition, Optional<String> value, Arguments arguments) {
        if (value.isEmpty()) {
            return definition.path("required").asBoolean(false) ? Optional.of("Please fill this in.") : value;
        }
        var text = value.get();
        var same = definition.path("sameAs").asString("");
        if (!same.isEmpty() && !arguments.text(same).equals(value)) {
            return Optional.of("The two are not the same.");
        }
        return switch (definition.path("type").asString("")) {
            case "email" -> TextRules.isEmailAddress(text) ? Optional.empty() : Optional.of("This is no address.");
            case "date" -> Times.day(text).isPresent() ? Optional.empty() : Optional.of("This is no date.");
            default -> Optional.empty();
        };
    }

    /** The attributes that the fields stand for, with what was filled in. */
    ObjectNode attributes(Map<String, String> filledIn) {
        var attributes = JsonNodeFactory.instance.objectNode();
        filledIn.forEach((field, text) -> {
            var attribute = definitions.path(field).path("attribute").asString("");
            if (!attribute.isEmpty()) {
                attributes.put(attribute.substring(1), text);
            }
        });
        return attributes;
    }

    /** A refusal that says of fields what is wrong with them. */
    static Refusal invalid(Map<String, List<String>> messages) {
        return ApiError.INVALID_FORM_FIELDS
                .because("the form was not filled in as it must be")
                .withInvalidFields(messages);
    }
}
