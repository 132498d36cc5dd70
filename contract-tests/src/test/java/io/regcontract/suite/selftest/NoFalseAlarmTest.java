package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Neither the order of execution nor how many work at once has a say in a verdict: twenty runs, each with a seed and a
 * number of threads of its own and a simulator that knows nothing of the one before, end alike. Without -Pproof there are
 * three, of what is written by hand.
 */
@Tag("sized")
final class NoFalseAlarmTest {

    private static final int RUNS = FullLength.orElse(20, 3);
    private static final int AT_LEAST = FullLength.orElse(600, 100);
    private static final int[] THREADS = {1, 2, 3, 5, 8};

    @TempDir
    private Path root;

    @ParameterizedTest
    @ValueSource(strings = {"simulator", "simulator-observed"})
    void everyRunEndsLikeEveryOther(String environment) throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        var shipped = Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles");
        Files.copy(shipped.resolve(environment + ".yaml"), profiles.resolve(environment + ".yaml"));

        var first = verdicts(environment, 0);

        assertThat(first).hasSizeGreaterThan(AT_LEAST).allSatisfy((id, verdict) -> assertThat(verdict)
                .startsWith("proven"));
        for (int run = 1; run < RUNS; run++) {
            assertThat(verdicts(environment, run))
                    .as("run %s, on %s threads", run, THREADS[run % THREADS.length])
                    .hasSizeGreaterThan(100)
                    .allSatisfy((id, verdict) -> assertThat(verdict).isEqualTo(first.get(id)));
        }
    }

    private Map<String, String> verdicts(String environment, int run) {
        // The whole matrix now and then; what is written by hand each time.
        var scope = FullLength.isAskedFor() && run % 6 == 0 ? "matrix" : "codes";
        var seed = Integer.toString(1000 + run);
        var threads = Integer.toString(THREADS[run % THREADS.length]);
        var options = new RunOptions(scope, "", "", "", "", "", seed, threads, "");
        var settings = new RunSettings(environment, options, "alarm" + run, root, Map.of());
        var verdicts = new TreeMap<String, String>();
        try (var suite = SuiteRun.begin(settings)) {
            assertThat(suite.refusal()).isEmpty();
            suite.scenarios().forEach(scenario -> verdicts.put(scenario.toString(), verdict(suite.seen(scenario))));
        }
        return verdicts;
    }

    /** How an attempt ended, with all that could differ from another one that ended in the same way. */
    private static String verdict(Observation observation) {
        if (!(observation.outcome() instanceof Outcome.Observed)) {
            return observation.outcome().toString();
        }
        if (!observation.contradictions().isEmpty()) {
            return "contradicted: " + observation.contradictions();
        }
        var relaxed = observation.checks().stream()
                .filter(check -> !check.relaxedBy().isEmpty())
                .map(check -> check.id() + " by " + check.relaxedBy())
                .toList();
        return "proven" + (relaxed.isEmpty() ? "" : " with " + relaxed);
    }
}
