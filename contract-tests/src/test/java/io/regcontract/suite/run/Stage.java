package io.regcontract.suite.run;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Environments;
import io.regcontract.environment.Profile;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.scenario.Scenario;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A simulator of its own and an engine before it, as a shipped profile wants them: no record, no JUnit, no gate. */
final class Stage implements AutoCloseable {

    private final OpenEnvironment environment;
    private final Engine engine;

    private Stage(OpenEnvironment environment, Engine engine) {
        this.environment = environment;
        this.engine = engine;
    }

    /** By the name of a profile with an embedded simulator. */
    static Stage of(String profile) {
        var read = Environments.in(
                        Path.of(System.getProperty("regcontract.root", "..")).resolve("environments/profiles"),
                        Map.of())
                .named(profile);
        var environment = OpenEnvironment.of(read, "stage", 1, Clock.systemUTC());
        var contract = Contract.load();
        return new Stage(
                environment,
                new Engine(contract, environment.surroundings(), examination(contract, read), Clock.systemUTC()));
    }

    private static Examination examination(Contract contract, Profile profile) {
        return new Examination(
                profile.acceptedErrata().stream()
                        .flatMap(accepted -> contract.erratum(accepted.id()).stream())
                        .toList(),
                profile.acceptedReadings().stream()
                        .flatMap(accepted -> contract.reading(accepted.id()).stream())
                        .toList());
    }

    Observation observe(Scenario<?> scenario) {
        return engine.observe(scenario);
    }

    /** Attempts scenarios on some threads, and says of each how it ended: one line, by id. */
    Map<String, String> verdicts(List<Scenario<?>> scenarios, int threads) throws InterruptedException {
        var verdicts = new ConcurrentSkipListMap<String, String>();
        var pool = Executors.newFixedThreadPool(threads);
        try {
            var attempts = pool.invokeAll(scenarios.stream()
                    .<Callable<Boolean>>map(scenario -> () -> {
                        verdicts.put(scenario.requirement().id(), verdict(observe(scenario)));
                        return true;
                    })
                    .toList());
            for (Future<?> attempt : attempts) {
                attempt.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("an engine never throws", e);
        } finally {
            pool.shutdownNow();
        }
        return new TreeMap<>(verdicts);
    }

    /** How an attempt ended, with all that could differ from another one that ended in the same way. */
    private static String verdict(Observation observation) {
        if (!(observation.outcome() instanceof Outcome.Observed)) {
            return observation.outcome().toString();
        }
        var relaxed = observation.checks().stream()
                .filter(check -> !check.relaxedBy().isEmpty())
                .map(check -> check.id() + " by " + check.relaxedBy())
                .toList();
        return observation.contradictions().isEmpty()
                ? "proven" + (relaxed.isEmpty() ? "" : " with " + relaxed)
                : "contradicted: " + observation.contradictions();
    }

    @Override
    public void close() {
        environment.close();
    }
}
