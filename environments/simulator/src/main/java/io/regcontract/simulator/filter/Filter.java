package io.regcontract.simulator.filter;

import io.regcontract.simulator.record.index.SearchCondition;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A condition that a record meets or not. */
public final class Filter {

    private final Expression condition;
    private final FilterConditions necessary;

    Filter(Expression condition) {
        this.condition = condition;
        this.necessary = FilterConditions.of(condition);
    }

    /** Whether the condition is true of the record; what is unknown is not true. */
    public boolean matches(JsonNode record) {
        return condition.values(record).contains(true);
    }

    /** What an index can be asked for: every record that meets the filter meets all of these. */
    public List<SearchCondition> conditions() {
        return necessary.conditions();
    }

    /** Whether every record that meets {@link #conditions} meets the filter. */
    public boolean saysNothingElse() {
        return necessary.isComplete();
    }
}
