package io.regcontract.suite.cli;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.environment.Capability;
import io.regcontract.environment.KindExpectations;
import io.regcontract.environment.MissingCapability;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.run.DryRun;
import io.regcontract.suite.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a plan for a person. */
final class PlanText {

    private PlanText() {}

    static List<String> of(RunPlan plan) {
        var offered = plan.capabilities();
        var expected = KindExpectations.load().lackingIn(plan.profile()).stream()
                .map(MissingCapability::capability)
                .collect(Collectors.toUnmodifiableSet());
        var lines = new ArrayList<String>();
        lines.add(heading(plan));
        lines.add("");
        plan.scenarios().forEach(scenario -> lines.add("  " + line(scenario, offered, expected, plan)));
        lines.add("");
        var operations = plan.profile().operations();
        var outOfScope = plan.scenarios().stream()
                .filter(scenario -> isOut(scenario, operations))
                .count();
        var lacking = plan.scenarios().stream()
                .filter(scenario -> !isOut(scenario, operations))
                .filter(scenario -> missing(scenario, offered).isPresent())
                .count();
        lines.add((plan.scenarios().size() - lacking - outOfScope) + " of "
                + plan.scenarios().size() + " requirements would be driven"
                + (outOfScope == 0 ? "" : ", " + outOfScope + " are out of scope") + ". Nothing was sent.");
        if (plan.profile().guarded()) {
            lines.add(estimate(plan));
        }
        toTheLimit(plan).ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private static String estimate(RunPlan plan) {
        var estimate = DryRun.of(plan);
        var budgets = plan.profile().safeguards().budgets();
        return "It would take " + estimate.calls() + " calls (budget "
                + budgets.calls().orElse(0) + "), make "
                + estimate.things() + " things (budget " + budgets.things().orElse(0)
                + ") and remove them with about as"
                + " many calls more, and wait " + estimate.waiting().toSeconds() + " s (budget "
                + budgets.waiting().toSeconds() + "), as rehearsed in a simulator.";
    }

    /** What proving 510 takes there, and who is affected. */
    private static Optional<String> toTheLimit(RunPlan plan) {
        var drives =
                plan.scenarios().stream().anyMatch(scenario -> scenario.needs().contains(Capability.LIMIT));
        if (plan.profile().control().isPresent() || !drives) {
            return Optional.empty();
        }
        return plan.profile()
                .safeguards()
                .budgets()
                .toTheLimit()
                .map(allowed -> "The limit of calls would be reached at its end, alone: "
                        + allowed.window().toSeconds()
                        + " s of silence, up to " + allowed.calls() + " calls as fast as they are answered, and silence"
                        + " again. From the limit on, everyone who calls the application is shut out until its window of "
                        + allowed.window().toSeconds() + " s has passed.");
    }

    private static String heading(RunPlan plan) {
        var profile = plan.profile();
        var shard = plan.shard();
        return "plan   env " + profile.name() + " (" + profile.kind().name().toLowerCase(Locale.ROOT) + ", dialect "
                + profile.dialect().name().toLowerCase(Locale.ROOT) + ") at "
                + profile.baseAddress().map(Object::toString).orElse("embedded") + "   "
                + String.join(
                        "   ",
                        Stream.of(
                                        plan.selection(),
                                        shard.total() == 1 ? "" : "shard " + shard.index() + "/" + shard.total(),
                                        plan.threads() + " at a time",
                                        "seed " + plan.seed())
                                .filter(part -> !part.isEmpty())
                                .toList());
    }

    private static String line(Scenario<?> scenario, Set<Capability> offered, Set<Capability> expected, RunPlan plan) {
        var requirement = scenario.requirement();
        if (isOut(scenario, plan.profile().operations())) {
            return requirement.id() + "   OUT OF SCOPE: the replacement does not implement " + requirement.operation();
        }
        return missing(scenario, offered)
                .map(capability -> requirement.id() + "   NOT DRIVABLE here"
                        + (expected.contains(capability) ? ", as expected" : ", which is not expected")
                        + ": the environment offers nothing that " + capability.description()
                        + (capability == Capability.LIMIT && plan.shard().total() > 1
                                ? "; a run in shards never does, for each would shut out the others"
                                : ""))
                .orElse(requirement.id() + "   " + requirement.condition());
    }

    private static boolean isOut(Scenario<?> scenario, OperationScope operations) {
        return !operations.holds(scenario.requirement().operation());
    }

    private static Optional<Capability> missing(Scenario<?> scenario, Set<Capability> offered) {
        return scenario.needs().stream()
                .filter(capability -> !offered.contains(capability))
                .sorted()
                .findFirst();
    }
}
