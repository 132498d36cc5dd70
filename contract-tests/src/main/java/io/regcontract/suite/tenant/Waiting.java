package io.regcontract.suite.tenant;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Waiting for something to expire where time cannot be moved. Scenarios wait beside each other, so what a run spends is
 * its longest wait and not the sum of them, and the budget bounds each.
 */
public final class Waiting {

    /**
     * What tokens and codes are given to live where their end is waited for. The service names no shortest lifetime; one
     * of a few seconds it could round up, and then the wait would be over too early.
     */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    /** For the clocks of a service of several machines, which need not agree. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Duration budget;
    private final Sleeper sleeper;
    private final AtomicReference<Duration> longest = new AtomicReference<>(Duration.ZERO);

    /** Lets real time pass. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** @param budget how long a scenario may wait */
    public Waiting(Duration budget, Sleeper sleeper) {
        this.budget = budget;
        this.sleeper = sleeper;
    }

    /** What it takes until something that lives no longer than {@link #LIFETIME} has surely expired. */
    public static Duration untilExpired() {
        return LIFETIME.plus(MARGIN);
    }

    /** How long a scenario may wait. */
    public Duration budget() {
        return budget;
    }

    /** The longest wait so far. */
    public Duration longest() {
        return longest.get();
    }

    /**
     * Waits until more than a time has passed, for all clocks involved.
     *
     * @throws SetUpFailed when that is more than the budget
     */
    void pass(Duration time) {
        var wait = time.plus(MARGIN);
        if (wait.compareTo(budget) > 0) {
            throw new SetUpFailed("it takes " + wait.toSeconds() + " s of waiting, and the profile's budget is "
                    + budget.toSeconds() + " s (budgets.waiting-seconds)");
        }
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetUpFailed("interrupted while waiting for something to expire");
        }
        longest.accumulateAndGet(wait, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }
}
