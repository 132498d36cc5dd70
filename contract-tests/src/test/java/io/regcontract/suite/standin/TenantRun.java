package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A run of the suite in this process against a stand-in, as somebody who confirmed it would begin it. */
final class TenantRun {

    private TenantRun() {}

    /**
     * Drives it to its end, tidying up included.
     *
     * @param directory a project's, with the stand-in's profile
     * @param requirements globs of ids; empty for all
     * @return what was seen, in order of report
     */
    static List<Observation> observe(StandInTenant tenant, Path directory, String requirements) {
        var settings = new RunSettings(
                StandInTenant.PROFILE,
                new RunOptions("", "", requirements, "", "", "", "", "", StandInTenant.PROFILE),
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
