package io.regcontract.environment;

import java.time.Duration;

/**
 * What a run would take, as far as it can be told before.
 *
 * @param calls to the service
 * @param things that would be made
 * @param waiting for something to expire
 */
public record RunEstimate(long calls, long things, Duration waiting) {

    /** A run that sends nothing, or of which nothing can be told. */
    public static final RunEstimate NOTHING = new RunEstimate(0, 0, Duration.ZERO);

    /** That of so many runs of this size that wait at the same time. */
    public RunEstimate times(int runs) {
        return new RunEstimate(calls * runs, things * runs, waiting);
    }
}
