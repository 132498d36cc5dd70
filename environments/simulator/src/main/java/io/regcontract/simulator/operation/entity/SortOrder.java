package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.operation.OperationCall;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.schema.AttributePath;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The order that the argument {@code sort_on} asks for: a list of attributes, with a minus before those that
 * descend.
 */
final class SortOrder {

    /** More than any schema has attributes that someone would sort by. */
    private static final int MOST = 100;

    private final List<Key> keys;
    private final SearchPatience patience;

    /** One attribute to sort by. */
    record Key(AttributePath path, boolean descending) {}

    /** A record with what it is sorted by, read once. */
    private record Sorted(ObjectNode record, List<Optional<Comparable<?>>> values) {}

    private SortOrder(List<Key> keys, SearchPatience patience) {
        this.keys = keys;
        this.patience = patience;
    }

    /** The order; empty when none is asked for. 223 for an attribute that does not exist, 200 for too many. */
    static Optional<SortOrder> in(OperationCall call, PermittedRecords records, SearchPatience patience) {
        return call.arguments().texts("sort_on").filter(keys -> !keys.isEmpty()).map(keys -> {
            if (keys.size() > MOST) {
                throw ArgumentRules.invalid("sort_on", "more than " + MOST + " attributes");
            }
            return new SortOrder(keys.stream().map(key -> key(key, records)).toList(), patience);
        });
    }

    /** The attribute to sort by, when it is one alone. */
    Optional<Key> single() {
        return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
    }

    /** The records in this order; those that are alike stay as they were. */
    List<ObjectNode> of(List<ObjectNode> records) {
        return records.stream()
                .map(record -> new Sorted(
                        record, keys.stream().map(key -> value(record, key)).toList()))
                .sorted(this::compare)
                .map(Sorted::record)
                .toList();
    }

    private static Key key(String text, PermittedRecords records) {
        boolean descending = text.startsWith("-");
        var path = AttributePath.parse(descending ? text.substring(1) : text)
                .orElseThrow(() -> ArgumentRules.invalid("sort_on", "invalid attribute path: " + text));
        records.readable(path);
        return new Key(path, descending);
    }

    private static Optional<Comparable<?>> value(ObjectNode record, Key key) {
        return RecordValues.at(record, key.path())
                .filter(value -> !value.isNull())
                .map(value -> value.isNumber() ? value.decimalValue() : text(value));
    }

    private int compare(Sorted one, Sorted other) {
        patience.run();
        for (int i = 0; i < keys.size(); i++) {
            int result = compare(one.values().get(i), other.values().get(i));
            if (result != 0) {
                return keys.get(i).descending() ? -result : result;
            }
        }
        return 0;
    }

    /** Nothing comes first; numbers by size, all else by its text. */
    private static int compare(Optional<Comparable<?>> one, Optional<Comparable<?>> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Boolean.compare(one.isPresent(), other.isPresent());
        }
        return one.get() instanceof BigDecimal left && other.get() instanceof BigDecimal right
                ? left.compareTo(right)
                : one.get().toString().compareTo(other.get().toString());
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
