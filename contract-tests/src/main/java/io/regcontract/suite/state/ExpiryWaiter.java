package io.regcontract.suite.state;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Waits in real time for tokens and codes to expire, within a budget. Concurrent waits overlap, so the run spends only
 * the longest of them; an exclusive wait is added on top.
 */
public final class ExpiryWaiter {

    /**
     * The lifetime of tokens and codes whose expiry is waited for. The service documents no shortest lifetime and could
     * round up one of a few seconds; then the wait would be too short.
     */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    /** Added to each wait, because the clocks of a service with several machines may differ. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Duration budget;
    private final boolean bounded;
    private final Sleeper sleeper;
    private final AtomicReference<Duration> longest = new AtomicReference<>(Duration.ZERO);
    private final AtomicReference<Duration> alone = new AtomicReference<>(Duration.ZERO);

    /** Lets real time pass. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    /** @param budget how long the run may wait */
    public ExpiryWaiter(Duration budget, Sleeper sleeper) {
        this(budget, true, sleeper);
    }

    private ExpiryWaiter(Duration budget, boolean bounded, Sleeper sleeper) {
        this.budget = budget;
        this.bounded = bounded;
        this.sleeper = sleeper;
    }

    /** A waiter that lets no time pass and only adds up the waits, even beyond the budget. */
    public ExpiryWaiter forDryRun() {
        return new ExpiryWaiter(budget, false, time -> {});
    }

    /** The time after which something with the lifetime {@link #LIFETIME} has expired on every machine. */
    public static Duration untilExpired() {
        return LIFETIME.plus(MARGIN);
    }

    /** How long the run may wait. */
    public Duration budget() {
        return budget;
    }

    /** What the run spent so far: the longest of the concurrent waits, and all exclusive ones. */
    public Duration spent() {
        return longest.get().plus(alone.get());
    }

    /**
     * Waits until more than the given time has passed for all clocks involved. Other scenarios may wait meanwhile.
     *
     * @throws SetUpException when that is more than the budget
     */
    void await(Duration time) {
        var wait = time.plus(MARGIN);
        refuseBeyondBudget(wait);
        sleep(wait);
        longest.accumulateAndGet(wait, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /**
     * Waits like {@link #await} while no other scenario runs.
     *
     * @throws SetUpException when that is more than what the run has left of its budget
     */
    void awaitExclusively(Duration time) {
        var wait = time.plus(MARGIN);
        refuseBeyondBudget(spent().plus(wait));
        sleep(wait);
        alone.accumulateAndGet(wait, Duration::plus);
    }

    private void refuseBeyondBudget(Duration wait) {
        if (bounded && wait.compareTo(budget) > 0) {
            throw new SetUpException("it takes " + wait.toSeconds() + " s of waiting, and the profile's budget is "
                    + budget.toSeconds() + " s (budgets.waiting-seconds)");
        }
    }

    private void sleep(Duration wait) {
        try {
            sleeper.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetUpException("interrupted while waiting for something to expire");
        }
    }
}
