package io.regcontract.suite.run;

import io.regcontract.environment.RunEstimate;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.preflight.PreflightTable;
import java.time.Clock;
import java.util.Optional;

/** Runs the preflight alone, without scenarios and without a record. */
public final class PreflightRun {

    private PreflightRun() {}

    /**
     * Looks. A look need not be confirmed: it changes nothing.
     *
     * @throws InvalidSettingsException when the profile cannot be used, or names an address that may not be called
     */
    public static PreflightTable of(RunSettings settings) {
        var plan = RunPlan.of(settings);
        var profile = plan.profile();
        if (profile.embedded()) {
            throw new InvalidSettingsException("there is nothing to look at: " + profile.name()
                    + " is started for each run. Choose another environment with -Denv=NAME.");
        }
        RunAdmission.refuse(new EnvironmentGuard(profile).refusals(RunEstimate.NOTHING, Optional.of(profile.name())));
        var clock = Clock.systemUTC();
        try (var environment = OpenEnvironment.of(profile, RunPrefix.of(plan, clock.instant()), 1, clock)) {
            return environment.preflight(0);
        }
    }
}
