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
 * Attempts scenarios several at a time, in an order that comes from the seed, and hands out what was seen in whatever
 * order it is asked for. A fixed number of threads: a pool that grows to make up for waiting overshoots the pace. Only
 * those that wait for something to expire begin first and have a thread each: their waits pass beside each other, and
 * beside everything else. Of the others, the longest begin first. And those that would shut out the others come last of all,
 * one at a time, after all others have ended.
 */
final class ScenarioExecutor implements AutoCloseable {

    private final ExecutorService threads;
    private final ExecutorService patient;
    private final ExecutorService last;
    private final Map<String, Future<Observation>> begun = new ConcurrentHashMap<>();

    /**
     * Begins at once.
     *
     * @param waits whether a scenario spends most of its time waiting
     * @param shutsOut whether a scenario has to be alone
     */
    ScenarioExecutor(
            List<Scenario<?>> scenarios,
            Predicate<Scenario<?>> waits,
            Predicate<Scenario<?>> shutsOut,
            Function<Scenario<?>, Observation> observe,
            int threads,
            long seed) {
        this.threads = Executors.newFixedThreadPool(threads, named("scenarios-"));
        this.patient = Executors.newCachedThreadPool(named("waiting-"));
        this.last = Executors.newSingleThreadExecutor(named("last-"));
        var order = new ArrayList<>(scenarios);
        Collections.shuffle(order, new Random(seed));
        var together = shutsOut.negate();
        order.stream().filter(together.and(waits)).forEach(scenario -> begin(scenario, observe, patient));
        order.stream()
                .filter(together.and(waits.negate()))
                .sorted(Comparator.comparing(ScenarioCost::of))
                .forEach(scenario -> begin(scenario, observe, this.threads));
        var others = List.copyOf(begun.values());
        order.stream().filter(shutsOut).forEach(scenario -> begin(scenario, after(others, observe), last));
    }

    private static Function<Scenario<?>, Observation> after(
            List<Future<Observation>> others, Function<Scenario<?>, Observation> observe) {
        return scenario -> {
            others.forEach(ScenarioExecutor::awaited);
            return observe.apply(scenario);
        };
    }

    /**
     * Waits for the other scenario and ignores its failure, which is reported to the caller who asks for its result.
     */
    private static void awaited(Future<Observation> other) {
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

    private void begin(Scenario<?> scenario, Function<Scenario<?>, Observation> observe, ExecutorService where) {
        begun.put(scenario.toString(), where.submit(() -> observe.apply(scenario)));
    }

    /**
     * What the attempt at a scenario saw, once it has ended. It can be asked for once.
     *
     * @throws IllegalStateException when the scenario is none of these, or was asked for before
     */
    Observation seen(Scenario<?> scenario) {
        var attempt = begun.remove(scenario.toString());
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
        last.shutdownNow();
        patient.shutdownNow();
        threads.shutdownNow();
    }
}
