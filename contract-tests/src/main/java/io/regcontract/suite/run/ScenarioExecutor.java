package io.regcontract.suite.run;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.scenario.Scenario;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Attempts scenarios concurrently, in an order that comes from the seed, and returns the observations in any order.
 *
 * <p>Scenarios that wait for something to expire start first, with a thread each, so that their waits overlap. The
 * others share a fixed number of threads, the most expensive first; a pool that grows would exceed the pace. Scenarios
 * that block others run last, one at a time, after all others have ended.
 */
final class ScenarioExecutor implements AutoCloseable {

    private final ExecutorService threads;
    private final ExecutorService waiting;
    private final ExecutorService exclusive;
    private final Map<String, Future<Observation>> started = new ConcurrentHashMap<>();

    /**
     * Starts at once.
     *
     * @param waits whether a scenario spends most of its time waiting
     * @param blocksOthers whether a scenario has to be alone
     */
    ScenarioExecutor(
            List<Scenario<?>> scenarios,
            Predicate<Scenario<?>> waits,
            Predicate<Scenario<?>> blocksOthers,
            Function<Scenario<?>, Observation> observe,
            int threads,
            long seed) {
        this.threads = Executors.newFixedThreadPool(threads, named("scenarios-"));
        this.waiting = Executors.newCachedThreadPool(named("waiting-"));
        this.exclusive = Executors.newSingleThreadExecutor(named("last-"));
        var order = new ArrayList<>(scenarios);
        Collections.shuffle(order, new Random(seed));
        var concurrent = blocksOthers.negate();
        order.stream().filter(concurrent.and(waits)).forEach(scenario -> start(scenario, observe, waiting));
        order.stream()
                .filter(concurrent.and(waits.negate()))
                .sorted(Comparator.comparing(ScenarioCost::of))
                .forEach(scenario -> start(scenario, observe, this.threads));
        var others = List.copyOf(started.values());
        order.stream().filter(blocksOthers).forEach(scenario -> start(scenario, after(others, observe), exclusive));
    }

    private static Function<Scenario<?>, Observation> after(
            List<Future<Observation>> others, Function<Scenario<?>, Observation> observe) {
        return scenario -> {
            others.forEach(ScenarioExecutor::await);
            return observe.apply(scenario);
        };
    }

    /**
     * Waits for the other scenario and ignores its failure, which is reported to the caller who asks for its result.
     */
    private static void await(Future<Observation> other) {
        try {
            other.get();
        } catch (ExecutionException failed) {
            // The failure is reported when this scenario's own result is asked for.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the others", e);
        }
    }

    private static ThreadFactory named(String name) {
        var number = new AtomicInteger();
        return work -> {
            var thread = new Thread(work, name + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private void start(Scenario<?> scenario, Function<Scenario<?>, Observation> observe, ExecutorService executor) {
        started.put(scenario.toString(), executor.submit(() -> observe.apply(scenario)));
    }

    /**
     * What the attempt at a scenario saw, once it has ended. It can be asked for once.
     *
     * @throws IllegalStateException when the scenario is none of these, or was asked for before
     */
    Observation seen(Scenario<?> scenario) {
        var attempt = started.remove(scenario.toString());
        if (attempt == null) {
            throw new IllegalStateException(scenario + " is not attempted in this run, or was handed out before");
        }
        try {
            return attempt.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + scenario, e);
        }
    }

    /** Starts no further scenario and interrupts those under way. */
    @Override
    public void close() {
        exclusive.shutdownNow();
        waiting.shutdownNow();
        threads.shutdownNow();
    }
}
