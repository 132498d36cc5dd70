package io.regcontract.simulator.control.journal;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A bound that the filter of a search sets.
 *
 * @param attribute {@code id}, {@code lastUpdated} or {@code created}
 * @param comparison {@code >}, {@code >=}, {@code <}, {@code <=} or {@code =}
 * @param value a whole number, or a time such as {@code 2026-03-01T12:00:00Z}
 */
public record Bound(String attribute, String comparison, String value) implements Comparable<Bound> {

    /** The attribute whose values are numbers; those of the others are times. */
    public static final String ID = "id";

    /** The attribute that says when a record was last changed. */
    public static final String LAST_UPDATED = "lastUpdated";

    /** Whether only what lies behind the value is searched. */
    public boolean isLower() {
        return comparison.startsWith(">");
    }

    /** By value; both must be about the same attribute. */
    @Override
    public int compareTo(Bound other) {
        return attribute.equals(ID)
                ? new BigInteger(value).compareTo(new BigInteger(other.value))
                : Instant.parse(value).compareTo(Instant.parse(other.value));
    }
}
