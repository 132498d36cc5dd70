package io.regcontract.suite.state;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Waits in real time for tokens and codes to expire, within a budget. Concurrent waits overlap, so the run spends only
 * the longest of them; an exclusive wait is added on top.
 */
public final class ExpiryWaiter {

    /**
     * What tokens and codes are given to live where their end is waited for. The service names no shortest lifetime; one
     * of a few seconds it could round up, and then the wait would be over too early.
     */
    static final Duration LIFETIME = Duration.ofSeconds(10);

    /** For the clocks of a service of several machines, which need not agree. */
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

    /** The same where no time passes, and where it is only added up what it would take, be it more than the budget. */
    public ExpiryWaiter forDryRun() {
        return new ExpiryWaiter(budget, false, time -> {});
    }

    /** What it takes until something that lives no longer than {@link #LIFETIME} has surely expired. */
    public static Duration untilExpired() {
        return LIFETIME.plus(MARGIN);
    }

    /** How long the run may wait. */
    public Duration budget() {
        return budget;
    }

    /** What the run spent so far: the longest wait of those beside each other, and all others. */
    public Duration spent() {
        return longest.get().plus(alone.get());
    }

    /**
     * Waits until more than a time has passed, for all clocks involved, while others may wait too.
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
     * The same where nobody else waits.
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
