package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.operation.Call;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.Values;
import java.util.Comparator;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The order that the argument {@code sort_on} asks for: a list of attributes, with a minus before those that descend. */
final class SortOrder {

    private SortOrder() {}

    /** The order; empty when none is asked for. 223 for an attribute that does not exist. */
    static Optional<Comparator<ObjectNode>> in(Call call, PermittedRecords records) {
        return call.arguments()
                .texts("sort_on")
                .flatMap(keys -> keys.stream().map(key -> by(key, records)).reduce(Comparator::thenComparing));
    }

    private static Comparator<ObjectNode> by(String key, PermittedRecords records) {
        boolean descending = key.startsWith("-");
        var path = AttributePath.parse(descending ? key.substring(1) : key)
                .orElseThrow(() -> ArgumentRules.invalid("sort_on", "invalid attribute path: " + key));
        records.readable(path);
        Comparator<ObjectNode> ascending = Comparator.comparing(record -> Values.at(record, path), SortOrder::compare);
        return descending ? ascending.reversed() : ascending;
    }

    /** Nothing comes first; numbers by size, all else by its text. */
    private static int compare(Optional<JsonNode> one, Optional<JsonNode> other) {
        var left = one.filter(value -> !value.isNull());
        var right = other.filter(value -> !value.isNull());
        if (left.isEmpty() || right.isEmpty()) {
            return Boolean.compare(left.isPresent(), right.isPresent());
        }
        return left.get().isNumber() && right.get().isNumber()
                ? left.get().decimalValue().compareTo(right.get().decimalValue())
                : text(left.get()).compareTo(text(right.get()));
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
