package io.regcontract.suite.run;

import io.regcontract.environment.Guard;
import io.regcontract.environment.Plan;
import io.regcontract.suite.ledger.Tally;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.pace.ReadOnly;
import io.regcontract.suite.tenant.Provisions;
import io.regcontract.suite.tenant.Rush;
import java.time.Clock;

/**
 * Plays a run through in a simulator of this process, which has no more to offer than the environment that is meant, and
 * counts: that tells better than any estimate what the run would take, and sends nothing anywhere.
 */
final class Rehearsal {

    private static final String PREFIX = "rehearsal-";

    private Rehearsal() {}

    /** What the run would take. */
    static Plan of(RunPlan plan) {
        var clock = Clock.systemUTC();
        var tally = new Tally(PREFIX);
        Provisions taken;
        try (var stage = OpenEnvironment.rehearsal(plan.profile(), PREFIX, clock)) {
            var counted = stage.surroundings().http().escortedBy(tally);
            var played = stage.through(
                    new Guard(plan.profile()).readOnly() ? counted.escortedBy(new ReadOnly()) : counted,
                    plan.profile().control().isPresent());
            try (var engine = new Engine(plan.contract(), played.surroundings(), plan.examination(), clock)) {
                plan.scenarios().forEach(engine::observe);
            }
            taken = played.surroundings().provisions();
        }
        return new Plan(
                tally.calls() + taken.rush().map(Rush::made).orElse(0),
                tally.things(),
                taken.waiting().spent());
    }
}
