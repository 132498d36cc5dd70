package io.regcontract.simulator.filter;

import io.regcontract.simulator.filter.Expression.Kind;
import io.regcontract.simulator.record.index.SearchCondition;
import io.regcontract.simulator.record.index.SearchCondition.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The conditions of single attributes that all have to be met for a filter to be true.
 *
 * @param isComplete whether a filter is true when they are all met
 */
record FilterConditions(List<SearchCondition> conditions, boolean isComplete) {

    static FilterConditions of(Expression filter) {
        var parts = new ArrayList<Expression>();
        split(filter, parts);
        var conditions =
                parts.stream().flatMap(part -> condition(part).stream()).toList();
        return new FilterConditions(conditions, conditions.size() == parts.size());
    }

    private static void split(Expression part, List<Expression> parts) {
        if (part instanceof Expression.Conjunction conjunction) {
            conjunction.operands().forEach(operand -> split(operand, parts));
        } else {
            parts.add(part);
        }
    }

    private static Optional<SearchCondition> condition(Expression part) {
        if (part instanceof Expression.Comparison comparison) {
            return condition(comparison.left(), comparison.wanted(), comparison.right())
                    .or(() -> condition(comparison.right(), turned(comparison.wanted()), comparison.left()));
        }
        if (part instanceof Expression.NullTest test && test.wanted()) {
            return condition(test.operand(), Comparison.IS_NOTHING, "");
        }
        return part.kind() == Kind.TRUTH ? condition(part, Comparison.EQUAL, true) : Optional.empty();
    }

    private static Optional<SearchCondition> condition(Expression side, Relation wanted, Expression opposite) {
        if (!(opposite instanceof Expression.Literal literal)
                || literal.constant().size() != 1) {
            return Optional.empty();
        }
        var value = literal.constant().get(0);
        return switch (wanted) {
            case EQUAL -> condition(side, Comparison.EQUAL, value);
            case LESS -> condition(side, Comparison.LESS, value);
            case AT_MOST -> condition(side, Comparison.AT_MOST, value);
            case GREATER -> condition(side, Comparison.GREATER, value);
            case AT_LEAST -> condition(side, Comparison.AT_LEAST, value);
            case DIFFERENT -> Optional.empty();
        };
    }

    /** An element that is named by its id is not told apart by an index. */
    private static Optional<SearchCondition> condition(Expression side, Comparison comparison, Object value) {
        return side instanceof Expression.Attribute attribute
                        && attribute.kind() != Kind.OPAQUE
                        && attribute.path().steps().stream()
                                .allMatch(step -> step.element().isEmpty())
                ? Optional.of(new SearchCondition(attribute.path(), comparison, value))
                : Optional.empty();
    }

    private static Relation turned(Relation wanted) {
        return switch (wanted) {
            case LESS -> Relation.GREATER;
            case AT_MOST -> Relation.AT_LEAST;
            case GREATER -> Relation.LESS;
            case AT_LEAST -> Relation.AT_MOST;
            case EQUAL, DIFFERENT -> wanted;
        };
    }
}
