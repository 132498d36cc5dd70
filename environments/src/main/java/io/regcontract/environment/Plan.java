package io.regcontract.environment;

import java.time.Duration;

/**
 * What a run would take, as far as it can be told before.
 *
 * @param calls to the service
 * @param things that would be made
 * @param waiting for something to expire
 */
public record Plan(long calls, long things, Duration waiting) {

    /** A run that sends nothing, or of which nothing can be told. */
    public static final Plan NOTHING = new Plan(0, 0, Duration.ZERO);

    /** That of so many runs of this size that wait at the same time. */
    public Plan times(int runs) {
        return new Plan(calls * runs, things * runs, waiting);
    }
}
