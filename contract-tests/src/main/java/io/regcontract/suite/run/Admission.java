package io.regcontract.suite.run;

import io.regcontract.environment.Guard;
import io.regcontract.environment.Plan;
import io.regcontract.environment.Refusal;
import io.regcontract.suite.ledger.Belongings;
import io.regcontract.suite.preflight.Row;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lets a run into an environment: past the guard, which sends nothing, then past the preflight, then keeping book. */
final class Admission {

    private Admission() {}

    /**
     * Opens the environment of a plan, ready for scenarios.
     *
     * @throws UnusableSettings when the guard refuses: nothing was sent
     * @throws NotAdmitted when a look at the environment found it unfit: nothing was changed
     */
    static OpenEnvironment to(RunPlan plan, String prefix, Clock clock) {
        var profile = plan.profile();
        var shards = plan.shard().total();
        if (!profile.guarded()) {
            var environment = OpenEnvironment.of(profile, prefix, shards, clock);
            // A simulator is gone with what was made in it, unless its profile wants book to be kept all the same.
            return profile.ledger().isPresent() && !profile.embedded() ? keepingBook(environment, plan) : environment;
        }
        var taking = guarded(plan);
        var environment = OpenEnvironment.of(profile, prefix, shards, clock);
        var failures = environment.preflight(taking.calls()).failures();
        if (!failures.isEmpty()) {
            environment.close();
            throw new NotAdmitted(
                    "The environment is not fit for a run: "
                            + failures.stream()
                                    .map(row -> row.name() + ": " + row.found())
                                    .collect(Collectors.joining("; "))
                            + ".",
                    failures.stream().map(Row::remedy).collect(Collectors.joining(" ")));
        }
        return keepingBook(environment, plan);
    }

    private static OpenEnvironment keepingBook(OpenEnvironment environment, RunPlan plan) {
        try {
            return environment.keepingBook(
                    ledgers(plan), plan.settings().runId(), plan.shard().total());
        } catch (UncheckedIOException e) {
            environment.close();
            throw new UnusableSettings(
                    e.getMessage() + ". Without it nothing is made there. Let the directory be written"
                            + " to, or name another under ledger in the profile.");
        }
    }

    /**
     * Asks the guard, first for what costs nothing to find out.
     *
     * @return what the run is going to take
     * @throws UnusableSettings when it refuses
     */
    static Plan guarded(RunPlan plan) {
        var guard = new Guard(plan.profile());
        var confirmation = Optional.of(plan.settings().options().confirmation()).filter(typed -> !typed.isEmpty());
        refuse(guard.refusals(Plan.NOTHING, confirmation));
        var taking = Rehearsal.of(plan);
        // A shard is about as large as the others, and the budgets are those of the whole run.
        refuse(guard.refusals(taking.times(plan.shard().total()), confirmation));
        return taking;
    }

    static void refuse(List<Refusal> refusals) {
        if (!refusals.isEmpty()) {
            throw new UnusableSettings(refusals.stream()
                    .map(refusal -> refusal.rule() + ": " + refusal)
                    .collect(Collectors.joining(System.lineSeparator())));
        }
    }

    private static Path ledgers(RunPlan plan) {
        return plan.settings().root().resolve(Belongings.DIRECTORY);
    }
}
