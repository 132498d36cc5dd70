package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.run.Options;
import io.regcontract.suite.run.Settings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite in a tenant, from guard to tidying up. */
final class TenantRunTest {

    @TempDir
    private Path directory;

    @Test
    void provesWhatATenantLetsItDriveAndLeavesNothingBehind() throws IOException {
        try (var tenant = StandInTenant.start(Files.createDirectories(directory.resolve("tenant")))) {
            var observations = run(tenant);

            System.out.println("FIGURES calls " + tenant.calls() + " " + tenant.callsByPath());
            var codes = new TreeMap<Integer, TreeSet<String>>();
            observations.forEach(each -> codes.computeIfAbsent(
                            each.requirement().code().code(), unused -> new TreeSet<>())
                    .add(each.outcome().getClass().getSimpleName() + (each.contradictions().isEmpty() ? "" : "-contradicted")));
            System.out.println("FIGURES " + codes);
            observations.stream().filter(each -> !(each.outcome() instanceof Outcome.Observed) || !each.contradictions().isEmpty()).forEach(each ->
                System.out.println("FIGURES " + each.requirement().id() + " " + each.outcome() + " " + each.contradictions()));
            System.out.println("FIGURES quota " + tenant.overQuota() + " left " + tenant.leftovers() + " missing " + tenant.missing() + " mailed " + tenant.mailed());
        }
    }

    private List<Observation> run(StandInTenant tenant) throws IOException {
        var profiles = Files.createDirectories(directory.resolve("environments/profiles"));
        tenant.writeProfile(profiles, "standin");
        var settings = new Settings(
                "standin",
                new Options("", "", "", "", "", "", "", "", "standin"),
                "in-a-tenant",
                directory,
                tenant.environment());
        List<Observation> seen = new ArrayList<>();
        try (var run = SuiteRun.begin(settings)) {
            assertThat(run.refusal()).isEmpty();
            for (Scenario<?> scenario : run.scenarios()) {
                seen.add(run.seen(scenario));
            }
        }
        return seen;
    }
}
