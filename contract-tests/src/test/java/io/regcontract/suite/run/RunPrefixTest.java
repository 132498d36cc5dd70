package io.regcontract.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.trial.SandboxProject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunPrefixTest {

    @TempDir
    private Path root;

    /** A pipeline that is tried again at once has the id of the run before, and meets what that one has made. */
    @Test
    void tellsTwoAttemptsUnderOneIdApartThatBeginInTheSameSecond() {
        SandboxProject.write(root, URI.create("http://127.0.0.1:1"), "", "");
        var plan = RunPlan.of(SandboxProject.settings(root, Map.of()));

        var first = RunPrefix.of(plan, Instant.parse("2026-11-27T06:21:11.001Z"));
        var second = RunPrefix.of(plan, Instant.parse("2026-11-27T06:21:11.002Z"));

        assertThat(first).contains("20261127t062111z").isNotEqualTo(second);
        assertThat(second).contains("20261127t062111z");
    }
}
