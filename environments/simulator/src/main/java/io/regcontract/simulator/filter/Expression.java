package io.regcontract.simulator.filter;

import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.schema.AttributePath;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A piece of a filter that has a value for a record. A value is a list: empty for null or unknown, with several entries
 * where a path leads through a plural. What is unknown stays unknown, and an unknown filter does not match.
 */
sealed interface Expression {

    /** Of what kind the values are; only like can be compared with like. */
    default Kind kind() {
        return Kind.TRUTH;
    }

    List<Object> values(JsonNode record);

    /** The kinds of values a filter can compare. */
    enum Kind {
        TEXT,
        NUMBER,
        TIME,
        TRUTH,
        NULL,
        OPAQUE
    }

    /** A value written in the filter. */
    record Literal(FilterToken token, Kind kind, List<Object> constant) implements Expression {
        @Override
        public List<Object> values(JsonNode record) {
            return constant;
        }
    }

    /**
     * What a record holds at a path.
     *
     * @param patience called for every record; may throw to end the search
     */
    record Attribute(AttributePath path, ComparisonRule rule, Runnable patience) implements Expression {
        @Override
        public Kind kind() {
            return rule.kind();
        }

        @Override
        public List<Object> values(JsonNode record) {
            patience.run();
            var values = new ArrayList<Object>();
            RecordValues.at(record, path).ifPresent(found -> gather(found, values));
            return values;
        }

        private void gather(JsonNode node, List<Object> values) {
            if (node.isArray() && rule.kind() != Kind.OPAQUE) {
                node.values().forEach(element -> gather(element, values));
            } else if (!node.isNull() && !(node.isArray() && node.isEmpty())) {
                rule.of(node).ifPresent(values::add);
            }
        }
    }

    /** {@code not}, {@code !}. */
    record Negation(Expression operand) implements Expression {
        @Override
        public List<Object> values(JsonNode record) {
            return operand.values(record).stream()
                    .<Object>map(value -> !(boolean) value)
                    .toList();
        }
    }

    /** {@code is null}, {@code is not null}. */
    record NullTest(Expression operand, boolean wanted) implements Expression {
        @Override
        public List<Object> values(JsonNode record) {
            return List.of(operand.values(record).isEmpty() == wanted);
        }
    }

    /** Any of the comparisons; with a plural it holds when it holds for one element. */
    record Comparison(Expression left, Expression right, Relation wanted) implements Expression {
        @Override
        public List<Object> values(JsonNode record) {
            var lefts = left.values(record);
            var rights = right.values(record);
            return lefts.isEmpty() || rights.isEmpty() ? List.of() : List.of(wanted.holdsOfAny(lefts, rights));
        }
    }

    /** {@code and}: false as soon as one is false, unknown as long as one is unknown. */
    record Conjunction(List<Expression> operands) implements Expression {
        @Override
        public List<Object> values(JsonNode record) {
            return joined(operands, record, false);
        }
    }

    /** {@code or}: true as soon as one is true, unknown as long as one is unknown. */
    record Disjunction(List<Expression> operands) implements Expression {
        @Override
        public List<Object> values(JsonNode record) {
            return joined(operands, record, true);
        }
    }

    private static List<Object> joined(List<Expression> operands, JsonNode record, boolean deciding) {
        boolean unknown = false;
        for (var operand : operands) {
            var values = operand.values(record);
            if (values.contains(deciding)) {
                return List.of(deciding);
            }
            unknown |= values.isEmpty();
        }
        return unknown ? List.of() : List.of(!deciding);
    }
}
