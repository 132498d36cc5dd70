package io.regcontract.contract.openapi;

import io.regcontract.contract.model.Operation.Parameter;
import io.regcontract.contract.model.Operation.Requirement;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/**
 * The schema of a parameter as it is sent: a text of which more may be known. It is never narrower than the type of
 * {@code parameter-types.yaml}. JSON in a parameter is a text whose content is described.
 */
final class ParameterSchemas {

    private ParameterSchemas() {}

    static ObjectNode of(Parameter parameter) {
        var schema =
                switch (parameter.type().kind()) {
                    case INTEGER, SECONDS -> integer(parameter);
                    case BOOLEAN -> Json.object().put("type", "boolean");
                    case UUID -> Json.object().put("type", "string").put("format", "uuid");
                    case CHOICE -> text().set("enum", Json.texts(parameter.choices()));
                    case JSON -> json(Json.object());
                    case JSON_STRING -> json(text());
                    case JSON_OBJECT, JSON_ATTRIBUTE_DEFINITION -> json(anyObject());
                    case JSON_OBJECT_OF_STRING -> json(anyObject().set("additionalProperties", text()));
                    case JSON_ARRAY_OF_STRING, JSON_ARRAY_OF_CIDR, JSON_ARRAY_OF_PATH -> json(array(text()));
                    case JSON_ARRAY_OF_CHOICE -> json(array(text().set("enum", Json.texts(parameter.choices()))));
                    case JSON_ARRAY_OF_OBJECT, JSON_ARRAY_OF_ATTRIBUTE_DEFINITION -> json(array(anyObject()));
                    default -> text();
                };
        var description = description(parameter);
        return description.isEmpty() ? schema : schema.put("description", description);
    }

    /** Whether it may be left out, where that depends, and what else there is to say. */
    static String description(Parameter parameter) {
        var conflicts = parameter.conflicts().isEmpty() ? "" : "not with " + String.join(", ", parameter.conflicts());
        return Stream.of(needed(parameter.required()), conflicts, parameter.note())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String needed(Requirement requirement) {
        if (requirement instanceof Requirement.Unless unless) {
            return "required unless " + String.join(" or ", unless.others()) + " is there";
        }
        if (requirement instanceof Requirement.OneOf choice) {
            return "one of those that choose the " + choice.group() + " is required";
        }
        if (requirement instanceof Requirement.With with) {
            return "required with " + String.join(" or ", with.others());
        }
        return requirement instanceof Requirement.Contested
                ? "marked as required by a page, and calls without it succeed"
                : "";
    }

    private static ObjectNode integer(Parameter parameter) {
        var schema = Json.object().put("type", "integer");
        if (parameter.range().least() != Long.MIN_VALUE) {
            schema.put("minimum", parameter.range().least());
        }
        if (parameter.range().most() != Long.MAX_VALUE) {
            schema.put("maximum", parameter.range().most());
        }
        return schema;
    }

    private static ObjectNode json(ObjectNode content) {
        return text().put("contentMediaType", "application/json").set("contentSchema", content);
    }

    private static ObjectNode text() {
        return Json.object().put("type", "string");
    }

    private static ObjectNode anyObject() {
        return Json.object().put("type", "object");
    }

    private static ObjectNode array(ObjectNode items) {
        return Json.object().put("type", "array").set("items", items);
    }
}
