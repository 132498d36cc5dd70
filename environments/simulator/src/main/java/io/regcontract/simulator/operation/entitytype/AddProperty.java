package io.regcontract.simulator.operation.entitytype;

import io.regcontract.simulator.application.FeatureGroup;
import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Parameter;
import io.regcontract.simulator.client.Feature;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.DeclaredOperation;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.OperationResult;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.TypeProperty;
import io.regcontract.simulator.schema.ValidationRule;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Notes a property of some attributes: a rule, attributes that are unique together, or another that is kept and no
 * more. It comes in one argument, as the vendor's library sends it ({@code {"type": ..., "attributes": [...],
 * "definition": ..., "description": ...}}), or by name with the rest in arguments of their own.
 */
final class AddProperty extends DeclaredOperation {

    AddProperty() {
        super(writing("/entityType.addProperty", FeatureGroup.ENTITY_TYPE)
                .takes(
                        Parameter.required("type_name"),
                        Parameter.required("property"),
                        Parameter.optional("attributes").jsonTexts(),
                        Parameter.optional("description"),
                        Parameter.optional("definition").json())
                .forFeatures(Feature.OWNER));
    }

    @Override
    public OperationResult perform(OperationCall call) {
        var type = call.entityType();
        var given = given(call);
        var attributes = RulesAndProperties.attributes(texts(given.path("attributes")), type);
        var description = given.path("description").stringValueOpt();
        var definition = given.optional("definition");
        var uuid = call.application().newUuid();
        var name = given.optional("type")
                .or(() -> given.optional("property"))
                .flatMap(JsonNode::stringValueOpt)
                .orElseThrow(() -> refused("type must be the name of a property"));
        if (name.equals(RulesAndProperties.RULE)) {
            var rule = new ValidationRule(uuid, attributes, description, condition(definition));
            call.application().entityTypes().change(type.withRules(RulesAndProperties.with(type.rules(), rule)));
            return OperationResult.of("result", RulesAndProperties.listed(rule));
        }
        var property = new TypeProperty(uuid, name, attributes, description, definition);
        if (name.equals(TypeProperty.UNIQUE)) {
            checkHeldOnce(type, attributes);
        }
        call.application()
                .entityTypes()
                .change(type.withProperties(RulesAndProperties.with(type.properties(), property)));
        return OperationResult.of("result", RulesAndProperties.shown(property));
    }

    private static ObjectNode given(OperationCall call) {
        var text = call.arguments().text("property");
        try {
            if (Json.read(text) instanceof ObjectNode whole) {
                return whole;
            }
        } catch (JacksonException aName) {
            // Then the rest is in arguments of their own.
        }
        var given = Json.object().put("property", text);
        call.arguments().texts("attributes").ifPresent(paths -> given.set("attributes", Json.array(paths)));
        call.arguments().find("description").ifPresent(description -> given.put("description", description));
        call.arguments().findJson("definition").ifPresent(definition -> given.set("definition", definition));
        return given;
    }

    private static List<String> texts(JsonNode attributes) {
        if (attributes.isMissingNode()) {
            return List.of();
        }
        if (!attributes.isArray() || !attributes.values().stream().allMatch(JsonNode::isString)) {
            throw refused("attributes must be a JSON array of paths");
        }
        return attributes.values().stream().map(JsonNode::stringValue).toList();
    }

    private static JsonNode condition(Optional<JsonNode> definition) {
        var condition = definition.orElseThrow(() -> refused("a rule needs a definition"));
        ValidationRule.faultOf(condition).ifPresent(fault -> {
            throw refused(fault);
        });
        return condition;
    }

    /** What is unique together must be there once in a record. */
    private static void checkHeldOnce(EntityType type, List<String> attributes) {
        if (attributes.isEmpty()) {
            throw refused("unique needs attributes");
        }
        for (var attribute : attributes) {
            var steps = AttributePath.parse(attribute).orElseThrow().steps();
            for (int length = 1; length <= steps.size(); length++) {
                var above = new AttributePath(steps.subList(0, length));
                if (type.definition(above).type() == AttributeType.PLURAL) {
                    throw refused("an attribute of a plural cannot be unique together with others: " + attribute);
                }
            }
        }
    }

    private static ApiErrorException refused(String reason) {
        return ArgumentRules.invalid("property", reason);
    }
}
