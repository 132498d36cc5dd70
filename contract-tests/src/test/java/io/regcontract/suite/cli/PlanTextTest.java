package io.regcontract.suite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.trial.SandboxProject;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a plan says of the limit of calls: whether it would be reached, and what that would cost and whom. */
final class PlanTextTest {

    private static final String TO_THE_LIMIT = "REG-510.clients-list.until-the-window-passes";
    private static final String ALLOWED =
            "things: 500, waiting-seconds: 60, calls-to-the-limit: 900, limit-window-seconds: 10";

    @TempDir
    private Path root;

    @Test
    void tellsWhatReachingTheLimitWouldCostAndWhom() {
        assertThat(plan(ALLOWED, ""))
                .contains("  " + TO_THE_LIMIT + "   the calls just made have used the quota up")
                .anySatisfy(line -> assertThat(line)
                        .matches(
                                "It would take 90[1-9] calls \\(budget 5000\\), make 0 things \\(budget 500\\) and remove"
                                        + " them with about as many calls more, and wait 30 s \\(budget 60\\), as rehearsed in"
                                        + " a simulator."))
                .last()
                .isEqualTo(
                        "The limit of calls would be reached at its end, alone: 10 s of silence, up to 900 calls as fast"
                                + " as they are answered, and silence again. From the limit on, everyone who calls the application"
                                + " is shut out until its window of 10 s has passed.");
    }

    @Test
    void tellsThatNobodyIsShutOutWithoutTheAllowance() {
        assertThat(plan("things: 500", ""))
                .contains("  " + TO_THE_LIMIT + "   NOT DRIVABLE here, as expected: the environment offers nothing that"
                        + " reaches the limit of calls by making them")
                .noneMatch(line -> line.contains("shut out"));
    }

    @Test
    void tellsThatOneOfSeveralShardsNeverReachesIt() {
        var shards = List.of(plan(ALLOWED, "1/2"), plan(ALLOWED, "2/2"));

        assertThat(shards.stream().flatMap(List::stream))
                .contains("  " + TO_THE_LIMIT + "   NOT DRIVABLE here, as expected: the environment offers nothing that"
                        + " reaches the limit of calls by making them; a run in shards never does, for each would shut out"
                        + " the others")
                .noneMatch(line -> line.startsWith("The limit of calls would be reached"));
    }

    private List<String> plan(String budgets, String shard) {
        SandboxProject.write(root, URI.create("http://127.0.0.1:9"), "things: 500", budgets);
        return PlanText.of(RunPlan.of(new RunSettings(
                "trial",
                new RunOptions("", shard, "REG-510.clients-list.*", "", "", "", "", "", ""),
                "a-plan",
                root,
                SandboxProject.VARIABLES)));
    }
}
