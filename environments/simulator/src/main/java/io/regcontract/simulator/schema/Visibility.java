package io.regcontract.simulator.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
     * @throws io.regcontract.simulator.error.ApiErrorException 223, as if the attribute did not exist
     */
    public void check(EntityType type, AttributePath path) {
        var whole = path.withoutIds();
        var above = whole.substring(0, whole.lastIndexOf('/'));
        // Who sees elements of a plural sees the ids by which they are named.
        boolean isElementId = whole.endsWith("/id") && isPlural(type, above) && touches(above);
        if (!touches(whole) && !isElementId) {
            throw UnknownAttributeError.at(whole);
        }
    }

    /**
     * Refuses values that change anything outside. To write null, or another list of elements, changes all that is
     * below.
     *
     * @param parent path of the attribute that the value is for, empty for a whole record
     * @param replace whether elements of plurals that are there make way for those that are written
     * @throws io.regcontract.simulator.error.ApiErrorException 223, as if the attribute did not exist
     */
    public void checkWritten(EntityType type, String parent, JsonNode value, boolean replace) {
        boolean isJudgedElsewhere = parent.isEmpty() ? !value.isObject() : isReserved(parent);
        if (allowed.isEmpty() || isJudgedElsewhere || (!parent.isEmpty() && covers(parent))) {
            return;
        }
        boolean isList = value.isArray() && !replace;
        boolean hasParts = parent.isEmpty() || (hasChildren(type, parent) && (value.isObject() || isList));
        if (!hasParts || (value.isEmpty() && !parent.isEmpty() && !touches(parent))) {
            throw UnknownAttributeError.at(parent);
        }
        if (isList) {
            value.values().forEach(element -> checkWritten(type, parent, element, false));
            return;
        }
        // An object is judged by what is in it, so that the attribute that is named is the one that is hidden.
        for (var member : value.properties()) {
            var path = parent + "/" + member.getKey();
            if (!isReserved(path) && !(isPlural(type, parent) && member.getKey().equals("id"))) {
                checkWritten(type, path, member.getValue(), replace);
            }
        }
    }

    /**
     * Refuses what changes, or takes away, all that is at a path.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 223, as if the attribute did not exist
     */
    public void checkWhole(AttributePath path) {
        if (!covers(path.withoutIds())) {
            throw UnknownAttributeError.at(path.withoutIds());
        }
    }

    /** Whether all of a record is part of it. */
    public boolean isWholeOf(EntityType type) {
        return allowed.isEmpty()
                || (!allowed.get().isEmpty()
                        && type.own().stream().allMatch(definition -> covers("/" + definition.name())));
    }

    /** Whether no attribute is part of this that the other one hides. */
    public boolean isWithin(Visibility other) {
        return other.allowed.isEmpty()
                || (allowed.isPresent() && allowed.get().stream().allMatch(other::covers));
    }

    /**
     * What is left of it without an attribute.
     *
     * @return paths that cover all that it covers, but for the attribute and what is below that
     */
    public List<String> without(EntityType type, AttributePath hidden) {
        return allowed
                .orElseGet(() -> type.own().stream()
                        .map(definition -> "/" + definition.name())
                        .toList())
                .stream()
                .flatMap(path -> without(type, path, hidden.withoutIds()))
                .toList();
    }

    private static Stream<String> without(EntityType type, String path, String hidden) {
        if (path.equals(hidden) || path.startsWith(hidden + "/")) {
            return Stream.empty();
        }
        if (!hidden.startsWith(path + "/")) {
            return Stream.of(path);
        }
        return type.definition(path(path)).children().stream()
                .flatMap(child -> without(type, path + "/" + child.name(), hidden));
    }

    private static AttributePath path(String text) {
        return AttributePath.parse(text).orElseThrow();
    }

    /**
     * The attributes that are part of it below a path, as far as a value can be put there without naming an element.
     *
     * @param above the path, empty for the whole record
     */
    public List<AttributePath> below(EntityType type, Optional<AttributePath> above) {
        var start = above.map(AttributePath::withoutIds).orElse("");
        return allowed.stream()
                .flatMap(List::stream)
                .filter(each -> each.startsWith(start + "/"))
                .map(each -> AttributePath.parse(each.substring(start.length())).orElseThrow())
                .filter(rest -> !leadsThroughPlural(type, start, rest))
                .toList();
    }

    private static boolean leadsThroughPlural(EntityType type, String start, AttributePath rest) {
        var path = new StringBuilder(start);
        for (var step : rest.steps().subList(0, rest.steps().size() - 1)) {
            path.append('/').append(step.name());
            if (isPlural(type, path.toString())) {
                return true;
            }
        }
        return false;
    }

    /** A record without what is outside. */
    public ObjectNode reduced(ObjectNode record) {
        return allowed.isEmpty() ? record : reduced(record, "", false);
    }

    /** A type without what is outside. */
    public EntityType reduced(EntityType type) {
        return allowed.isEmpty() ? type : type.withDefinitions(reduced(type.definitions(), ""));
    }

    private ObjectNode reduced(ObjectNode node, String parent, boolean isElement) {
        var reduced = node.deepCopy();
        for (var member : node.properties()) {
            var path = parent + "/" + member.getKey();
            if (isReserved(path) || (isElement && member.getKey().equals("id")) || covers(path)) {
                continue;
            }
            if (!touches(path)) {
                reduced.remove(member.getKey());
            } else if (member.getValue() instanceof ObjectNode object) {
                reduced.set(member.getKey(), reduced(object, path, false));
            } else if (member.getValue() instanceof ArrayNode array) {
                var list = reduced.putArray(member.getKey());
                array.values()
                        .forEach(element ->
                                list.add(element instanceof ObjectNode object ? reduced(object, path, true) : element));
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
    public boolean covers(String path) {
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

    private static boolean isPlural(EntityType type, String path) {
        return AttributePath.parse(path)
                .flatMap(type::find)
                .filter(definition -> definition.type() == AttributeType.PLURAL)
                .isPresent();
    }

    private static boolean isReserved(String path) {
        return EntityType.isReserved(path.substring(1));
    }
}
