package io.regcontract.facade.write;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.Attribute;
import io.regcontract.facade.store.EntityRecord;
import io.regcontract.facade.store.EntityType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The two constraints that one value alone cannot break: unique among all records, and among the elements of one. */
final class Uniqueness {

    private Uniqueness() {}

    /**
     * Judges the values of a record as they would be.
     *
     * @param self the record, unless it is a new one
     * @throws Refusal when a value is taken
     */
    static void judge(EntityType type, Optional<EntityRecord> self, JsonNode written) {
        walk(type, self, type.attributes(), List.of(), written);
    }

    private static void walk(
            EntityType type, Optional<EntityRecord> self, List<Attribute> level, List<String> above, JsonNode written) {
        for (var attribute : level) {
            var path = new ArrayList<>(above);
            path.add(attribute.name());
            if (attribute.constraints().contains("locally-unique")) {
                refuseRepeated(written, path);
            }
            if (attribute.constraints().contains("unique")) {
                refuseRepeated(written, path);
                refuseTaken(type, self, written, path);
            }
            walk(type, self, attribute.children(), path, written);
        }
    }

    private static void refuseRepeated(JsonNode written, List<String> path) {
        var values = values(written, path);
        if (new HashSet<>(values).size() < values.size()) {
            throw taken(path);
        }
    }

    private static void refuseTaken(EntityType type, Optional<EntityRecord> self, JsonNode written, List<String> path) {
        var wanted = new HashSet<>(values(written, path));
        if (wanted.isEmpty()) {
            return;
        }
        for (var other : type.records()) {
            if (self.filter(other::equals).isEmpty()
                    && values(other.values(), path).stream().anyMatch(wanted::contains)) {
                throw taken(path);
            }
        }
    }

    private static List<JsonNode> values(JsonNode holder, List<String> path) {
        if (holder.isArray()) {
            var all = new ArrayList<JsonNode>();
            holder.forEach(element -> all.addAll(values(element, path)));
            return all;
        }
        if (path.isEmpty()) {
            return holder.isNull() || holder.isMissingNode() ? List.of() : List.of(holder);
        }
        return values(holder.path(path.get(0)), path.subList(1, path.size()));
    }

    private static Refusal taken(List<String> path) {
        var name = "/" + String.join("/", path);
        return ApiError.UNIQUE_VIOLATION
                .because("the value of " + name + " is taken")
                .with("attribute_name", name);
    }
}
