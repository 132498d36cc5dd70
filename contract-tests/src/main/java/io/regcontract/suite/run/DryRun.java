package io.regcontract.suite.run;

import io.regcontract.environment.EnvironmentGuard;
import io.regcontract.environment.RunEstimate;
import io.regcontract.suite.ledger.CallCounter;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.pace.ReadOnlyGuard;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.state.RateLimitExhauster;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import java.time.Clock;

/**
 * Runs the plan against an in-process simulator with the same capabilities and counts calls and resources. This is more
 * accurate than an estimate and sends nothing to the environment.
 */
public final class DryRun {

    private static final String PREFIX = "rehearsal-";

    private DryRun() {}

    /**
     * What the run would take. A whole scope takes some seconds to find out.
     */
    public static RunEstimate of(RunPlan plan) {
        var clock = Clock.systemUTC();
        var tally = new CallCounter(PREFIX);
        EnvironmentConfiguration taken;
        try (var stage = OpenEnvironment.rehearsal(plan.profile(), PREFIX, clock)) {
            var counted = stage.engineContext().http().interceptedBy(tally);
            var played = stage.through(
                    new EnvironmentGuard(plan.profile()).readOnly()
                            ? counted.interceptedBy(new ReadOnlyGuard())
                            : counted,
                    plan.profile().control().isPresent());
            try (var engine = new Engine(plan.contract(), played.engineContext(), plan.examination(), clock)) {
                plan.scenarios().forEach(engine::observe);
            }
            taken = played.engineContext().configuration();
        }
        return new RunEstimate(
                tally.calls()
                        + taken.rateLimitExhauster()
                                .map(RateLimitExhauster::callsMade)
                                .orElse(0),
                tally.things(),
                taken.waiter().spent());
    }
}
