package io.regcontract.simulator.schema;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads attribute definitions from the arguments of a call and writes them into answers. */
public final class AttributeDefinitions {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,127}");
    private static final int DEEPEST = 20;

    private final String argument;

    /** Definitions found in the argument of that name. */
    public AttributeDefinitions(String argument) {
        this.argument = argument;
    }

    /** Whether a text can be the name of an attribute. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Reads a list of definitions.
     *
     * @throws ApiErrorException 200 for what is no definition, 233 for a name given twice, 234 for a reserved name
     */
    public List<AttributeDefinition> list(JsonNode json) {
        return list(json, "", 0);
    }

    /**
     * Reads one definition.
     *
     * @throws ApiErrorException 200 for what is no definition
     */
    public AttributeDefinition one(JsonNode json) {
        return one(json, "", 0);
    }

    /**
     * Reads a list of names of constraints.
     *
     * @throws ApiErrorException 200 for what is no list or holds an unknown name
     */
    public Set<Constraint> constraints(JsonNode json) {
        if (!json.isArray()) {
            throw invalid("constraints must be a JSON array of names");
        }
        var constraints = new LinkedHashSet<Constraint>();
        for (var name : json.values()) {
            constraints.add(Optional.of(name)
                    .filter(JsonNode::isString)
                    .flatMap(text -> Constraint.named(text.stringValue()))
                    .orElseThrow(() -> invalid("unknown constraint: " + Json.write(name))));
        }
        return constraints;
    }

    /** The schema of a type as answers carry it. */
    public static ObjectNode schema(EntityType type, boolean withReserved) {
        var schema = Json.object();
        schema.put("name", type.name());
        var definitions = schema.putArray("attr_defs");
        (withReserved ? type.definitions() : type.own()).forEach(definition -> definitions.add(write(definition)));
        return schema;
    }

    private List<AttributeDefinition> list(JsonNode json, String parent, int depth) {
        if (!json.isArray()) {
            throw invalid("attribute definitions must be a JSON array");
        }
        var names = new TreeSet<String>();
        var definitions = new ArrayList<AttributeDefinition>();
        for (var element : json.values()) {
            var definition = one(element, parent, depth);
            var path = parent + "/" + definition.name();
            if (depth == 0 && EntityType.isReserved(definition.name())) {
                throw SimulatedErrorCode.RESERVED_ATTRIBUTE
                        .because("attribute is reserved and cannot be defined: " + path)
                        .with("attribute_name", path);
            }
            if (!names.add(definition.name())) {
                throw SimulatedErrorCode.ATTRIBUTE_EXISTS
                        .because("attribute already exists: " + path)
                        .with("attribute_name", path);
            }
            definitions.add(definition);
        }
        return List.copyOf(definitions);
    }

    private AttributeDefinition one(JsonNode json, String parent, int depth) {
        if (!json.isObject()) {
            throw invalid("an attribute definition must be a JSON object");
        }
        if (depth > DEEPEST) {
            throw invalid("attributes are nested too deeply");
        }
        var name = text(json, "name").orElseThrow(() -> invalid("an attribute definition needs a name"));
        if (!NAME.matcher(name).matches()) {
            throw invalid("not a valid attribute name: " + name);
        }
        var typeName = text(json, "type").orElseThrow(() -> invalid("attribute " + name + " needs a type"));
        var type = AttributeType.named(typeName)
                .filter(known -> known != AttributeType.ID && known != AttributeType.UUID)
                .orElseThrow(() -> invalid("attribute " + name + " has an unknown type: " + typeName));
        var children = json.path("attr_defs");
        if (type.hasChildren() == children.isMissingNode() || children.isNull()) {
            throw invalid("attribute " + name + (type.hasChildren() ? " needs" : " cannot have") + " attr_defs");
        }
        return new AttributeDefinition(
                name,
                type,
                text(json, "description"),
                length(json, name),
                flag(json, "case-sensitive"),
                json.hasNonNull("constraints") ? Set.copyOf(constraints(json.path("constraints"))) : Set.of(),
                features(json),
                type.hasChildren() ? list(children, parent + "/" + name, depth + 1) : List.of());
    }

    private OptionalInt length(JsonNode json, String name) {
        var length = json.path("length");
        if (length.isMissingNode() || length.isNull()) {
            return OptionalInt.empty();
        }
        if (!length.isInt() || length.intValue() < 0) {
            throw invalid("the length of attribute " + name + " must be a whole number that is not negative");
        }
        return OptionalInt.of(length.intValue());
    }

    private boolean flag(JsonNode json, String key) {
        var value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return false;
        }
        if (!value.isBoolean()) {
            throw invalid(key + " must be true or false");
        }
        return value.booleanValue();
    }

    private List<String> features(JsonNode json) {
        var features = json.path("features");
        if (features.isMissingNode() || features.isNull()) {
            return List.of();
        }
        if (!features.isArray()) {
            throw invalid("features must be a JSON array of strings");
        }
        return features.values().stream()
                .map(feature -> feature.stringValueOpt().orElseThrow(() -> invalid("a feature must be a string")))
                .toList();
    }

    private Optional<String> text(JsonNode json, String key) {
        var value = json.path(key);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw invalid(key + " must be a string");
        }
        return Optional.of(value.stringValue());
    }

    private ApiErrorException invalid(String reason) {
        return SimulatedErrorCode.INVALID_ARGUMENT
                .because(argument + " was not valid for the following reason: " + reason)
                .with("argument_name", argument);
    }

    private static ObjectNode write(AttributeDefinition definition) {
        var json = Json.object();
        json.put("name", definition.name());
        json.put("type", definition.type().documentedName());
        json.set("description", definition.description().map(Json::text).orElseGet(Json::nothing));
        if (definition.type() == AttributeType.STRING) {
            definition.length().ifPresentOrElse(length -> json.put("length", length), () -> json.putNull("length"));
            json.put("case-sensitive", definition.caseSensitive());
        }
        if (!definition.constraints().isEmpty()) {
            json.set(
                    "constraints",
                    Json.array(definition.constraints().stream()
                            .sorted()
                            .map(Constraint::documentedName)
                            .toList()));
        }
        if (!definition.features().isEmpty()) {
            json.set("features", Json.array(definition.features()));
        }
        if (definition.type().hasChildren()) {
            var children = json.putArray("attr_defs");
            definition.children().forEach(child -> children.add(write(child)));
        }
        return json;
    }
}
