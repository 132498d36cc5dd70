package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.index.IndexedValue;
import io.regcontract.simulator.record.index.RecordIndexes;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.TypeProperty;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Who holds which value of the unique attributes of one entity type. The indexes of the records tell. */
final class UniqueValues {

    /** No other record: only what a record holds twice is looked for. */
    static final Predicate<StoredRecord> NONE = other -> false;

    private final EntityType type;
    private final IndexedTable<StoredRecord> records;
    private final List<AttributePath> unique;
    private final List<AttributePath> locallyUnique;
    private final List<List<AttributePath>> uniqueTogether;

    UniqueValues(EntityType type, IndexedTable<StoredRecord> records) {
        this.type = type;
        this.records = records;
        this.unique = constrained(Constraint.UNIQUE);
        this.locallyUnique = constrained(Constraint.LOCALLY_UNIQUE);
        this.uniqueTogether = type.properties().stream()
                .filter(TypeProperty::isUnique)
                .map(property -> property.attributes().stream()
                        .flatMap(path -> AttributePath.parse(path).stream())
                        .toList())
                // One whose attributes are not all there any more says nothing of the rest.
                .filter(paths -> !paths.isEmpty()
                        && paths.stream().allMatch(path -> type.find(path).isPresent()))
                .toList();
    }

    /** The attributes that a record can be selected by. */
    List<AttributePath> paths() {
        return unique;
    }

    /** The attributes that are unique together. */
    List<List<AttributePath>> together() {
        return uniqueTogether;
    }

    /** Whether records that keep to the other constraints keep to these. */
    boolean isLike(UniqueValues other) {
        return unique.equals(other.unique)
                && locallyUnique.equals(other.locallyUnique)
                && uniqueTogether.equals(other.uniqueTogether)
                && unique.stream().allMatch(path -> isLike(type.definition(path), other.type.definition(path)));
    }

    private static boolean isLike(AttributeDefinition one, AttributeDefinition other) {
        return one.type() == other.type() && one.caseSensitive() == other.caseSensitive();
    }

    /**
     * Whether a record may hold these values.
     *
     * @throws ApiErrorException 361 when another record, or the same one twice, holds a value that may be there once
     */
    void check(long id, JsonNode values) {
        check(record -> record.id() != id, values);
    }

    /**
     * Whether a record may hold these values.
     *
     * @param others the records that may not hold the same ones
     * @throws ApiErrorException 361 when one of them, or the same record twice, holds a value that may be there once
     */
    @SuppressWarnings("ReferenceEquality") // It is one constant.
    void check(Predicate<StoredRecord> others, JsonNode values) {
        for (var path : unique) {
            var own = new HashSet<String>();
            for (var value : IndexedValue.at(values, path)) {
                var key = key(type.definition(path), value);
                if (!own.add(key) || (others != NONE && holders(path, value).anyMatch(others))) {
                    throw duplicate(path);
                }
            }
        }
        for (var paths : uniqueTogether) {
            if (others != NONE && holders(paths, values).anyMatch(others)) {
                throw duplicate(paths.get(0));
            }
        }
        for (var path : locallyUnique) {
            var own = new HashSet<String>();
            if (!keys(path, values).stream().allMatch(own::add)) {
                throw duplicate(path);
            }
        }
    }

    /** What no other record may hold of these values, as one text each, with the attribute that says so. */
    Map<String, AttributePath> keys(JsonNode values) {
        var keys = new HashMap<String, AttributePath>();
        for (var path : unique) {
            keys(path, values).forEach(key -> keys.put(path + " " + key, path));
        }
        for (var paths : uniqueTogether) {
            keyOf(paths, values).ifPresent(key -> keys.put(paths + " " + key, paths.get(0)));
        }
        return keys;
    }

    /** The record that holds a value of a unique attribute; empty when none does. */
    Optional<StoredRecord> holder(AttributePath path, JsonNode value) {
        return holders(path, value).findFirst();
    }

    private Stream<StoredRecord> holders(AttributePath path, JsonNode value) {
        var key = key(type.definition(path), value);
        return found(path.withoutIds(), RecordIndexes.entry(type, path, value))
                .filter(record -> keys(path, record.values()).contains(key));
    }

    /** The records that hold the same values of attributes that are unique together. */
    private Stream<StoredRecord> holders(List<AttributePath> paths, JsonNode values) {
        var key = keyOf(paths, values);
        return RecordIndexes.entry(type, paths, values).stream()
                .flatMap(entry -> found(RecordIndexes.name(paths), entry))
                .filter(record -> keyOf(paths, record.values()).equals(key));
    }

    /** An entry stands for a value, and for more than one when values are long. */
    private Stream<StoredRecord> found(String index, String entry) {
        var found = new ArrayList<StoredRecord>(1);
        try (var view = records.view()) {
            view.entries(index, new KeyRange(entry + ' ', entry + '!'), false)
                    .forEachRemaining(key -> view.get(TableView.keyOf(key)).ifPresent(found::add));
        }
        return found.stream();
    }

    private List<AttributePath> constrained(Constraint constraint) {
        var paths = new ArrayList<AttributePath>();
        collect(type.own(), "", constraint, paths);
        return paths;
    }

    private static void collect(
            List<AttributeDefinition> definitions, String parent, Constraint constraint, List<AttributePath> paths) {
        for (var definition : definitions) {
            var path = parent + "/" + definition.name();
            if (definition.has(constraint)) {
                AttributePath.parse(path).ifPresent(paths::add);
            }
            collect(definition.children(), path, constraint, paths);
        }
    }

    private List<String> keys(AttributePath path, JsonNode values) {
        var definition = type.definition(path);
        return IndexedValue.at(values, path).stream()
                .map(value -> key(definition, value))
                .toList();
    }

    /** What attributes that are unique together make one key of; empty when one of them is. */
    private Optional<String> keyOf(List<AttributePath> paths, JsonNode values) {
        var keys = paths.stream().flatMap(path -> keys(path, values).stream()).toList();
        return keys.size() == paths.size() ? Optional.of(Json.write(Json.array(keys))) : Optional.empty();
    }

    private static String key(AttributeDefinition definition, JsonNode value) {
        if (value.isString()) {
            return definition.caseSensitive()
                    ? value.stringValue()
                    : value.stringValue().toLowerCase(Locale.ROOT);
        }
        // 1, 1.0 and 1.00 are one value.
        return value.isNumber() ? value.decimalValue().stripTrailingZeros().toString() : value.toString();
    }

    static ApiErrorException duplicate(AttributePath path) {
        return SimulatedErrorCode.UNIQUE_VIOLATION
                .because("Attempted to update a duplicate value")
                .with("attribute_name", path.toString());
    }
}
