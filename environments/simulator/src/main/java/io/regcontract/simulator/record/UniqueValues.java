package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.Constraint;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.TypeProperty;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Who holds which value of the unique attributes of one entity type. Derived from the records, so it can be made
 * anew at any time; a change of the type makes it anew.
 */
final class UniqueValues {

    private final EntityType type;
    private final List<AttributePath> unique;
    private final List<AttributePath> locallyUnique;
    private final List<List<AttributePath>> uniqueTogether;
    private final Map<String, Map<String, String>> holders = new HashMap<>();

    /**
     * @throws ApiErrorException 361 when the records already break a constraint of the type
     */
    UniqueValues(EntityType type, Collection<StoredRecord> records) {
        this.type = type;
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
        for (var record : records) {
            check(record.uuid(), record.values());
            add(record);
        }
    }

    /**
     * Whether a record may hold these values.
     *
     * @throws ApiErrorException 361 when another record, or the same one twice, holds a value that may be there once
     */
    void check(String uuid, JsonNode values) {
        for (var path : unique) {
            var taken = holders.getOrDefault(path.toString(), Map.of());
            var own = new HashSet<String>();
            for (var key : keys(path, values)) {
                var holder = taken.get(key);
                if (!own.add(key) || (holder != null && !holder.equals(uuid))) {
                    throw duplicate(path);
                }
            }
        }
        for (var paths : uniqueTogether) {
            var holder = keyOf(paths, values)
                    .map(holders.getOrDefault(paths.toString(), Map.of())::get)
                    .filter(other -> !other.equals(uuid));
            if (holder.isPresent()) {
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

    void add(StoredRecord record) {
        for (var path : unique) {
            var taken = holders.computeIfAbsent(path.toString(), unused -> new HashMap<>());
            keys(path, record.values()).forEach(key -> taken.put(key, record.uuid()));
        }
        for (var paths : uniqueTogether) {
            keyOf(paths, record.values())
                    .ifPresent(key -> holders.computeIfAbsent(paths.toString(), unused -> new HashMap<>())
                            .put(key, record.uuid()));
        }
    }

    void remove(StoredRecord record) {
        for (var path : unique) {
            var taken = holders.get(path.toString());
            if (taken != null) {
                keys(path, record.values()).forEach(taken::remove);
            }
        }
        for (var paths : uniqueTogether) {
            keyOf(paths, record.values())
                    .ifPresent(key -> holders.computeIfPresent(paths.toString(), (unused, taken) -> {
                        taken.remove(key);
                        return taken;
                    }));
        }
    }

    /** The uuid of the record that holds the value; empty when none does. */
    Optional<String> holder(AttributePath path, JsonNode value) {
        return Optional.ofNullable(
                holders.getOrDefault(path.toString(), Map.of()).get(key(type.definition(path), value)));
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
        var keys = new ArrayList<String>();
        gather(values, path.steps(), definition, keys);
        return keys;
    }

    /** What attributes that are unique together make one key of; empty when one of them is. */
    private Optional<String> keyOf(List<AttributePath> paths, JsonNode values) {
        var keys = paths.stream().flatMap(path -> keys(path, values).stream()).toList();
        return keys.size() == paths.size() ? Optional.of(Json.write(Json.array(keys))) : Optional.empty();
    }

    private static void gather(
            JsonNode node, List<AttributePath.Step> steps, AttributeDefinition definition, List<String> keys) {
        if (steps.isEmpty()) {
            if (!node.isNull() && !node.isMissingNode()) {
                keys.add(key(definition, node));
            }
        } else if (node.isArray()) {
            node.values().forEach(element -> gather(element, steps, definition, keys));
        } else {
            gather(node.path(steps.get(0).name()), steps.subList(1, steps.size()), definition, keys);
        }
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

    private static ApiErrorException duplicate(AttributePath path) {
        return SimulatedErrorCode.UNIQUE_VIOLATION
                .because("Attempted to update a duplicate value")
                .with("attribute_name", path.toString());
    }

    /** The attributes that a record can be selected by. */
    Set<String> paths() {
        return Set.copyOf(unique.stream().map(AttributePath::toString).toList());
    }
}
