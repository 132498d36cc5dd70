package io.regcontract.simulator.filter;

import tools.jackson.databind.JsonNode;

/** A condition that a record meets or not. */
public final class Filter {

    private final Expression condition;

    Filter(Expression condition) {
        this.condition = condition;
    }

    /** Whether the condition is true of the record; what is unknown is not true. */
    public boolean matches(JsonNode record) {
        return condition.values(record).contains(true);
    }
}
