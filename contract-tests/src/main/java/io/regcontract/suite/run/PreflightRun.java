package io.regcontract.suite.run;

import io.regcontract.environment.Guard;
import io.regcontract.environment.Plan;
import io.regcontract.suite.preflight.PreflightTable;
import java.time.Clock;
import java.util.Optional;

/** A look at an environment and nothing more: no scenario, no record. */
public final class PreflightRun {

    private PreflightRun() {}

    /**
     * Looks. A look need not be confirmed: it changes nothing.
     *
     * @throws UnusableSettings when the profile cannot be used, or names an address that may not be called
     */
    public static PreflightTable of(Settings settings) {
        var plan = RunPlan.of(settings);
        var profile = plan.profile();
        if (profile.embedded()) {
            throw new UnusableSettings("there is nothing to look at: " + profile.name()
                    + " is started for each run. Choose another environment with -Denv=NAME.");
        }
        Admission.refuse(new Guard(profile).refusals(Plan.NOTHING, Optional.of(profile.name())));
        var clock = Clock.systemUTC();
        try (var environment = OpenEnvironment.of(profile, RunPrefix.of(plan, clock.instant()), 1, clock)) {
            return environment.preflight(0);
        }
    }
}
