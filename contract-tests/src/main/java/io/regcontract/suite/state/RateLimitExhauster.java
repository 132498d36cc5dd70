package io.regcontract.suite.state;

import io.regcontract.environment.RateLimitBudget;
import io.regcontract.suite.transport.TransportException;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Sends calls as fast as they are answered until the service's rate limit is reached. All uses in one run share one
 * budget of calls.
 */
public final class RateLimitExhauster {

    /**
     * After this many consecutive lost calls it gives up: single losses are normal, but a series is a fault and no
     * limit.
     */
    private static final int LOST_IN_A_ROW = 5;

    private final RateLimitBudget allowed;
    private final int inFlight;
    private final boolean dryRun;
    private final AtomicInteger made = new AtomicInteger();

    /**
     * @param allowed the calls that may be made, and the service's window
     * @param inFlight how many calls at the same time
     */
    public RateLimitExhauster(RateLimitBudget allowed, int inFlight) {
        this(allowed, inFlight, false);
    }

    private RateLimitExhauster(RateLimitBudget allowed, int inFlight, boolean dryRun) {
        this.allowed = allowed;
        this.inFlight = inFlight;
        this.dryRun = dryRun;
    }

    /** An exhauster that makes no call and counts all that are allowed as made. */
    public RateLimitExhauster forDryRun() {
        return new RateLimitExhauster(allowed, inFlight, true);
    }

    /** The time over which the service counts calls. */
    public Duration window() {
        return allowed.window();
    }

    /** How many calls it has made so far. */
    public int callsMade() {
        return made.get();
    }

    /**
     * Makes calls until one is refused.
     *
     * @param refused makes one call and returns whether it was refused; called by several threads
     * @throws SetUpException when no call is left and none was refused, or when calls get lost
     */
    void callUntilRefused(BooleanSupplier refused) {
        if (dryRun) {
            made.set(allowed.calls());
            return;
        }
        var began = System.nanoTime();
        var reached = new AtomicBoolean();
        var failed = new AtomicBoolean();
        var lostInARow = new AtomicInteger();
        Callable<Void> caller = () -> {
            try {
                while (!reached.get() && !failed.get() && takeCall()) {
                    if (once(refused, lostInARow)) {
                        reached.set(true);
                    }
                }
                return null;
            } catch (RuntimeException e) {
                failed.set(true);
                throw e;
            }
        };
        all(caller);
        if (!reached.get()) {
            throw new SetUpException(
                    "the " + allowed.calls() + " calls that budgets.calls-to-the-limit allows came to no limit"
                            + " (the last of them "
                            + Duration.ofNanos(System.nanoTime() - began).toSeconds()
                            + " s after the first, " + inFlight
                            + " at a time). Allow more, or raise pace.in-flight; where there is"
                            + " no limit, remove the key");
        }
    }

    /** Whether there was a call left to make. */
    private boolean takeCall() {
        return made.getAndUpdate(before -> Math.min(before + 1, allowed.calls())) < allowed.calls();
    }

    private static boolean once(BooleanSupplier refused, AtomicInteger lostInARow) {
        try {
            var enough = refused.getAsBoolean();
            lostInARow.set(0);
            return enough;
        } catch (TransportException lost) {
            if (lostInARow.incrementAndGet() >= LOST_IN_A_ROW) {
                throw new SetUpException("on the way to the limit of calls " + LOST_IN_A_ROW + " in a row got lost: "
                        + lost.getMessage());
            }
            return false;
        }
    }

    /** Runs the caller on as many threads as calls may be in flight, and waits for all. */
    private void all(Callable<Void> caller) {
        var threads = Executors.newFixedThreadPool(inFlight, work -> {
            var thread = new Thread(work, "rate-limit-exhauster");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (var each : threads.invokeAll(Collections.nCopies(inFlight, caller))) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SetUpException("interrupted on the way to the limit of calls");
        } finally {
            threads.shutdownNow();
        }
    }
}
