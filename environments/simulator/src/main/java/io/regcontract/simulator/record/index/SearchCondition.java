package io.regcontract.simulator.record.index;

import io.regcontract.simulator.schema.AttributePath;

/**
 * What a search asks of one attribute.
 *
 * @param path without ids of elements
 * @param value a string, a decimal, an instant or a boolean, in the form in which the attribute is compared; for {@link
 *     Comparison#IS_NOTHING} it plays no part
 */
public record SearchCondition(AttributePath path, Comparison comparison, Object value) {

    /** How the attribute is to stand to the value. */
    public enum Comparison {
        EQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST,
        IS_NOTHING
    }
}
