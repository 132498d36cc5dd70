package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.sabotage.RecordedAnswer;
import io.regcontract.suite.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The suite, driven once against the simulator: every answer that matters, with all it was judged by. */
final class SuiteRecording {

    private static final int THREADS = 4;

    private SuiteRecording() {}

    static List<RecordedAnswer> of(List<Scenario<?>> scenarios, SelfTestEnvironment environment) {
        var kept = new RecordingExaminer();
        var engine = environment.engine(environment.address(), "rec-", kept);
        assertThat(engine.reasonUnusable()).isEmpty();
        var attempts = scenarios.stream()
                .map(scenario -> (Callable<Void>) () -> {
                    var observation = engine.observe(scenario);
                    assertThat(observation.outcome())
                            .as("%s: %s", scenario, observation.outcome())
                            .isInstanceOf(Outcome.Observed.class);
                    assertThat(observation.contradictions()).as("%s", scenario).isEmpty();
                    return null;
                })
                .toList();
        inParallel(attempts);
        return scenarios.stream()
                .map(scenario -> kept.of(scenario.requirement()))
                .toList();
    }

    /** Does them all, a few at once, and says of every failure what it was. */
    static <T> List<T> inParallel(List<Callable<T>> work) {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var done = new ArrayList<T>();
            for (var future : threads.invokeAll(work)) {
                done.add(future.get());
            }
            return done;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
