package io.regcontract.environment;

import java.util.OptionalDouble;

/**
 * How hard the suite may press.
 *
 * @param callsPerSecond upper bound on calls per second; no bound when empty
 * @param inFlight upper bound on calls at the same time, at least 1
 */
public record Pace(OptionalDouble callsPerSecond, int inFlight) {

    /** What holds when a profile says nothing: careful with concurrency, no bound on the rate. */
    public static final Pace DEFAULT = new Pace(OptionalDouble.empty(), 4);

    public Pace {
        if (callsPerSecond.isPresent() && !(callsPerSecond.getAsDouble() > 0)) {
            throw new IllegalArgumentException("calls per second must be more than 0");
        }
        if (inFlight < 1) {
            throw new IllegalArgumentException("calls in flight must be at least 1");
        }
    }
}
