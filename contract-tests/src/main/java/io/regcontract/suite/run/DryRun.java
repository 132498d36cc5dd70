package io.regcontract.suite.run;

import io.regcontract.environment.RunEstimate;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.suite.ledger.CallCounter;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.pace.OperationScopeGuard;
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

    /** What the run would take. The dry run of a whole scope takes some seconds. */
    public static RunEstimate of(RunPlan plan) {
        var clock = Clock.systemUTC();
        var counter = new CallCounter(PREFIX);
        EnvironmentConfiguration configuration;
        try (var simulator = OpenEnvironment.dryRun(plan.profile(), PREFIX, clock)) {
            var countingClient = simulator.engineContext().http().interceptedBy(counter);
            var withinScope = plan.profile().operations().all()
                    ? countingClient
                    : countingClient.interceptedBy(
                            new OperationScopeGuard(plan.profile().operations()));
            var environment = simulator.through(
                    new EnvironmentGuard(plan.profile()).readOnly()
                            ? withinScope.interceptedBy(new ReadOnlyGuard())
                            : withinScope,
                    plan.profile().control().isPresent());
            try (var engine = new Engine(plan.contract(), environment.engineContext(), plan.examination(), clock)) {
                plan.scenarios().forEach(engine::observe);
            }
            configuration = environment.engineContext().configuration();
        }
        return new RunEstimate(
                counter.calls()
                        + configuration
                                .rateLimitExhauster()
                                .map(RateLimitExhauster::callsMade)
                                .orElse(0),
                counter.resources(),
                configuration.waiter().spent());
    }
}
