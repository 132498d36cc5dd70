package io.regcontract.environment;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one run may take.
 *
 * @param calls to the service, without those that tidy up; no bound when empty
 * @param things that may be made; no bound when empty
 * @param waiting how long the run may wait for something to expire
 * @param toTheLimit what it may do to find the limit of calls; nothing when empty
 */
public record Budgets(OptionalLong calls, OptionalLong things, Duration waiting, Optional<RateLimitBudget> toTheLimit) {

    /** What holds when a profile says nothing, which only that of a simulator may. */
    public static final Budgets NONE =
            new Budgets(OptionalLong.empty(), OptionalLong.empty(), Duration.ZERO, Optional.empty());
}
