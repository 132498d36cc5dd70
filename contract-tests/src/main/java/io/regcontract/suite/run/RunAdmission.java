package io.regcontract.suite.run;

import io.regcontract.environment.RunEstimate;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.environment.guard.GuardRefusal;
import io.regcontract.suite.ledger.RunResources;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.preflight.PreflightRow;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens an environment for a run: asks the guard (sends nothing), runs the preflight, then starts the ledger. */
final class RunAdmission {

    private RunAdmission() {}

    /**
     * Opens the environment of a plan, ready for scenarios.
     *
     * @throws InvalidSettingsException when the guard refuses: nothing was sent
     * @throws EnvironmentUnfitException when a look at the environment found it unfit: nothing was changed
     */
    static OpenEnvironment open(RunPlan plan, String prefix, Clock clock) {
        var profile = plan.profile();
        var shards = plan.shard().total();
        if (!profile.guarded()) {
            var environment = OpenEnvironment.of(profile, prefix, shards, clock).findingOutWhatIsOffered();
            // Resources in a simulator vanish with it, so a ledger is kept only if the profile asks for one.
            return profile.ledger().isPresent() && !profile.embedded()
                    ? recordingResources(environment, plan)
                    : environment;
        }
        var estimate = guarded(plan);
        var environment = OpenEnvironment.of(profile, prefix, shards, clock);
        var failures = environment.preflight(estimate.calls()).failures();
        if (!failures.isEmpty()) {
            environment.close();
            throw new EnvironmentUnfitException(
                    "The environment is not fit for a run: "
                            + failures.stream()
                                    .map(row -> row.name() + ": " + row.found())
                                    .collect(Collectors.joining("; "))
                            + ".",
                    failures.stream().map(PreflightRow::remedy).collect(Collectors.joining(" ")));
        }
        return recordingResources(environment.findingOutWhatIsOffered(), plan);
    }

    private static OpenEnvironment recordingResources(OpenEnvironment environment, RunPlan plan) {
        try {
            return environment.recordingResources(
                    ledgers(plan), plan.settings().runId(), plan.shard().total());
        } catch (UncheckedIOException e) {
            environment.close();
            throw new InvalidSettingsException(
                    e.getMessage() + ". Without it nothing is made there. Let the directory be written"
                            + " to, or name another under ledger in the profile.");
        }
    }

    /**
     * Asks the guard, first for what costs nothing to find out.
     *
     * @return what the run is going to take, as a dry run tells
     * @throws InvalidSettingsException when it refuses
     */
    static RunEstimate guarded(RunPlan plan) {
        var guard = new EnvironmentGuard(plan.profile());
        var confirmation = Optional.of(plan.settings().options().confirmation()).filter(typed -> !typed.isEmpty());
        refuse(guard.refusals(RunEstimate.NOTHING, confirmation));
        var estimate = DryRun.of(plan);
        // A shard is about as large as the others, and the budgets are those of the whole run.
        refuse(guard.refusals(estimate.times(plan.shard().total()), confirmation));
        return estimate;
    }

    static void refuse(List<GuardRefusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new InvalidSettingsException(refusals.stream()
                    .map(refusal -> refusal.rule() + ": " + refusal)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static Path ledgers(RunPlan plan) {
        return plan.settings().root().resolve(RunResources.DIRECTORY);
    }
}
