package io.regcontract.simulator.record;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The part of a type that a client may see or write. The reserved attributes are always part of it.
 *
 * @param allowed paths of attributes, each with everything below it; empty when everything is allowed
 */
public record Visibility(Optional<List<String>> allowed) {

    /** Everything. */
    public static final Visibility EVERYTHING = new Visibility(Optional.empty());
    /** Nothing but the reserved attributes. */
    public static final Visibility NOTHING = new Visibility(Optional.of(List.of()));

    /**
     * Refuses a path outside.
     *
     * @throws io.regcontract.simulator.error.Refusal 223, as if the attribute did not exist
     */
    public void check(AttributePath path) {
        if (!touches(path.withoutIds())) {
            throw UnknownAttribute.at(path.withoutIds());
        }
    }

    /**
     * Refuses values that name anything outside.
     *
     * @param parent path of the attribute that the value is for, empty for a whole record
     * @throws io.regcontract.simulator.error.Refusal 223, as if the attribute did not exist
     */
    public void checkWritten(EntityType type, String parent, JsonNode value) {
        if (allowed.isEmpty()) {
            return;
        }
        // An object is judged by what is in it, so that the attribute that is named is the one that is hidden.
        if (value.isObject() && !value.isEmpty() && hasChildren(type, parent)) {
            for (var member : value.properties()) {
                var path = parent + "/" + member.getKey();
                if (AttributePath.parse(path).flatMap(type::find).isPresent() && !isReserved(path)) {
                    checkWritten(type, path, member.getValue());
                }
            }
            return;
        }
        if (!parent.isEmpty() && !touches(parent)) {
            throw UnknownAttribute.at(parent);
        }
        value.values().stream()
                .filter(element -> value.isArray())
                .forEach(element -> checkWritten(type, parent, element));
    }

    /** A record without what is outside. */
    public ObjectNode reduced(ObjectNode record) {
        return allowed.isEmpty() ? record : reduced(record, "");
    }

    /** A type without what is outside. */
    public EntityType reduced(EntityType type) {
        return allowed.isEmpty() ? type : type.withDefinitions(reduced(type.definitions(), ""));
    }

    private ObjectNode reduced(ObjectNode node, String parent) {
        var reduced = node.deepCopy();
        for (var member : node.properties()) {
            var path = parent + "/" + member.getKey();
            if (isReserved(path) || (!parent.isEmpty() && member.getKey().equals("id")) || covers(path)) {
                continue;
            }
            if (!touches(path)) {
                reduced.remove(member.getKey());
            } else if (member.getValue() instanceof ObjectNode object) {
                reduced.set(member.getKey(), reduced(object, path));
            } else if (member.getValue() instanceof ArrayNode array) {
                var list = reduced.putArray(member.getKey());
                array.values()
                        .forEach(element ->
                                list.add(element instanceof ObjectNode object ? reduced(object, path) : element));
            }
        }
        return reduced;
    }

    private List<AttributeDefinition> reduced(List<AttributeDefinition> definitions, String parent) {
        return definitions.stream()
                .filter(definition ->
                        isReserved(parent + "/" + definition.name()) || touches(parent + "/" + definition.name()))
                .map(definition -> covers(parent + "/" + definition.name())
                        ? definition
                        : definition.withChildren(reduced(definition.children(), parent + "/" + definition.name())))
                .toList();
    }

    /** Whether the attribute itself, or something above it, is allowed. */
    private boolean covers(String path) {
        return allowed.isEmpty()
                || allowed.get().stream().anyMatch(each -> path.equals(each) || path.startsWith(each + "/"));
    }

    /** Whether the attribute, something above or something below it is allowed. */
    private boolean touches(String path) {
        return isReserved(path)
                || covers(path)
                || allowed.stream().flatMap(List::stream).anyMatch(each -> each.startsWith(path + "/"));
    }

    private static boolean hasChildren(EntityType type, String path) {
        return path.isEmpty()
                || AttributePath.parse(path)
                        .flatMap(type::find)
                        .filter(definition -> definition.type().hasChildren())
                        .isPresent();
    }

    private static boolean isReserved(String path) {
        return EntityType.isReserved(path.substring(1));
    }
}
