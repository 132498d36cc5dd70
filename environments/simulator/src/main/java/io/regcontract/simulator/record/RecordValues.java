package io.regcontract.simulator.record;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads values out of records the way answers show them: every attribute of the schema is there, null when empty. */
public final class RecordValues {

    private RecordValues() {}

    /** The whole record. */
    public static ObjectNode all(EntityType type, StoredRecord record) {
        var all = Json.object();
        for (var definition : type.definitions()) {
            switch (definition.name()) {
                case "id" -> all.put("id", record.id());
                case "uuid" -> all.put("uuid", record.uuid());
                case "created" -> all.put("created", DateTimes.micros(record.created()));
                case "lastUpdated" -> all.put("lastUpdated", DateTimes.micros(record.lastUpdated()));
                default ->
                    all.set(definition.name(), shown(definition, record.values().path(definition.name())));
            }
        }
        return all;
    }

    /**
     * What stands at a path in a record that {@link #all} wrote; empty when an element of the path is not there. A path
     * through a whole plural gives the list of what its elements hold.
     */
    public static Optional<JsonNode> at(JsonNode record, AttributePath path) {
        return at(record, path.steps());
    }

    private static Optional<JsonNode> at(JsonNode node, List<AttributePath.Step> steps) {
        if (steps.isEmpty()) {
            return Optional.of(node);
        }
        if (node.isArray()) {
            var list = Json.array();
            for (var element : node.values()) {
                at(element, steps).ifPresent(list::add);
            }
            return Optional.of(list);
        }
        var step = steps.get(0);
        var value = node.path(step.name());
        var rest = steps.subList(1, steps.size());
        if (step.element().isEmpty()) {
            return value.isMissingNode() ? Optional.empty() : at(value, rest);
        }
        return value.values().stream()
                .filter(element ->
                        element.path("id").asLong(-1) == step.element().getAsLong())
                .findFirst()
                .flatMap(element -> at(element, rest));
    }

    private static JsonNode shown(AttributeDefinition definition, JsonNode value) {
        return switch (definition.type()) {
            case OBJECT -> {
                var object = Json.object();
                definition
                        .children()
                        .forEach(child -> object.set(child.name(), shown(child, value.path(child.name()))));
                yield object;
            }
            case PLURAL -> {
                var list = Json.array();
                for (var element : value.values()) {
                    var shown = list.addObject();
                    shown.set("id", element.path("id"));
                    definition
                            .children()
                            .forEach(child -> shown.set(child.name(), shown(child, element.path(child.name()))));
                }
                yield list;
            }
            default -> value.isMissingNode() ? Json.nothing() : value;
        };
    }

    /** The values, from which one attribute has been taken. */
    static ObjectNode without(ObjectNode values, AttributePath path) {
        holders(values, path.steps())
                .forEach(holder -> holder.remove(path.last().name()));
        return values;
    }

    /** The values, in which one attribute has got another name. */
    static ObjectNode renamed(ObjectNode values, AttributePath path, String target) {
        holders(values, path.steps()).forEach(holder -> {
            if (holder.has(path.last().name())) {
                holder.set(target, holder.remove(path.last().name()));
            }
        });
        return values;
    }

    private static List<ObjectNode> holders(JsonNode node, List<AttributePath.Step> steps) {
        if (node.isArray()) {
            return node.values().stream()
                    .flatMap(element -> holders(element, steps).stream())
                    .toList();
        }
        if (!node.isObject()) {
            return List.of();
        }
        return steps.size() == 1
                ? List.of((ObjectNode) node)
                : holders(node.path(steps.get(0).name()), steps.subList(1, steps.size()));
    }
}
