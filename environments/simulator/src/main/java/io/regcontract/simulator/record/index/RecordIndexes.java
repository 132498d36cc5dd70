package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.indexed.IndexRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The indexes of the records of one type, by the type's definition and what else is to be indexed. */
public final class RecordIndexes {

    /** Always there: uuid and times of every record, and the identities that people sign in with elsewhere. */
    private static final List<String> USUAL = List.of("/uuid", "/created", "/lastUpdated", "/profiles/identifier");

    private final EntityType type;
    private final Map<String, RecordIndex> indexes = new LinkedHashMap<>();

    private RecordIndexes(EntityType type) {
        this.type = type;
    }

    /**
     * The indexes of a type. Attributes that it does not have, and those that cannot be compared, get none.
     *
     * @param unique the unique attributes, which have an index whatever they are
     * @param wanted attributes besides the usual ones
     */
    public static RecordIndexes of(
            EntityType type, Collection<AttributePath> unique, Collection<AttributePath> wanted) {
        var indexes = new RecordIndexes(type);
        unique.forEach(indexes::add);
        Stream.concat(USUAL.stream().flatMap(path -> AttributePath.parse(path).stream()), wanted.stream())
                .filter(path -> type.find(path)
                        .filter(definition -> ValueKind.of(definition) != ValueKind.OPAQUE)
                        .isPresent())
                .forEach(indexes::add);
        return indexes;
    }

    private void add(AttributePath path) {
        if (!path.toString().equals("/id")) {
            indexes.put(path.toString(), new RecordIndex(path, type.definition(path), !isThroughPlural(path)));
        }
    }

    /** The index of an attribute. */
    public Optional<RecordIndex> at(AttributePath path) {
        return Optional.ofNullable(indexes.get(path.withoutIds()));
    }

    /**
     * How the entries of records are made, index by index.
     *
     * @param together attributes that are unique together
     */
    public Map<String, IndexRule<StoredRecord>> rules(Collection<List<AttributePath>> together) {
        var rules = new HashMap<String, IndexRule<StoredRecord>>();
        indexes.values().forEach(index -> rules.put(index.name(), index.rule()));
        together.forEach(paths -> rules.put(name(paths), rule(paths)));
        return rules;
    }

    /** The name of the index of attributes that are unique together. */
    public static String name(List<AttributePath> together) {
        return String.join("+", together.stream().map(AttributePath::toString).toList());
    }

    /** The entry of a value of one attribute. */
    public static String entry(EntityType type, AttributePath path, JsonNode value) {
        return new RecordIndex(path, type.definition(path), false).entry(value);
    }

    /** The entry of a record for attributes that are unique together; empty when one of them is nothing. */
    public static Optional<String> entry(EntityType type, List<AttributePath> together, JsonNode values) {
        var parts = new ArrayList<String>();
        for (var path : together) {
            var index = new RecordIndex(path, type.definition(path), false);
            IndexedValue.at(values, path).forEach(value -> parts.add(index.entry(value)));
        }
        return parts.size() == together.size() ? Optional.of(String.join("\"", parts)) : Optional.empty();
    }

    private IndexRule<StoredRecord> rule(List<AttributePath> together) {
        var version = new StringBuilder("1");
        together.forEach(path -> version.append(' ')
                .append(new RecordIndex(path, type.definition(path), false)
                        .rule()
                        .version()));
        return new IndexRule<>(version.toString(), record -> entry(type, together, record.values()).stream()
                .toList());
    }

    private boolean isThroughPlural(AttributePath path) {
        for (int steps = 1; steps < path.steps().size(); steps++) {
            var above = new AttributePath(path.steps().subList(0, steps));
            if (type.definition(above).type() == AttributeType.PLURAL) {
                return true;
            }
        }
        return false;
    }
}
