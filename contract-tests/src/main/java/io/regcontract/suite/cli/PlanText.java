package io.regcontract.suite.cli;

import io.regcontract.environment.Capability;
import io.regcontract.environment.KindExpectations;
import io.regcontract.environment.Lacking;
import io.regcontract.suite.run.RunPlan;
import io.regcontract.suite.scenario.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan in words. */
final class PlanText {

    private PlanText() {}

    static List<String> of(RunPlan plan) {
        var offered = plan.capabilities();
        var expected = KindExpectations.load().lackingIn(plan.profile()).stream()
                .map(Lacking::capability)
                .collect(Collectors.toUnmodifiableSet());
        var lines = new ArrayList<String>();
        lines.add(heading(plan));
        lines.add("");
        plan.scenarios().forEach(scenario -> lines.add("  " + line(scenario, offered, expected)));
        lines.add("");
        var lacking = plan.scenarios().stream()
                .filter(scenario -> missing(scenario, offered).isPresent())
                .count();
        lines.add((plan.scenarios().size() - lacking) + " of "
                + plan.scenarios().size() + " requirements would be driven. Nothing was sent.");
        if (plan.profile().guarded()) {
            lines.add(taking(plan));
        }
        return List.copyOf(lines);
    }

    private static String taking(RunPlan plan) {
        var taking = plan.taking();
        var budgets = plan.profile().safeguards().budgets();
        return "It would take " + taking.calls() + " calls (budget "
                + budgets.calls().orElse(0) + "), make "
                + taking.things() + " things (budget " + budgets.things().orElse(0) + ") and remove them with about as"
                + " many calls more, and wait " + taking.waiting().toSeconds() + " s (budget "
                + budgets.waiting().toSeconds() + "), as rehearsed in a simulator.";
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

    private static String line(Scenario<?> scenario, Set<Capability> offered, Set<Capability> expected) {
        var requirement = scenario.requirement();
        return missing(scenario, offered)
                .map(capability -> requirement.id() + "   NOT DRIVABLE here"
                        + (expected.contains(capability) ? ", as expected" : ", which is not expected")
                        + ": the environment offers nothing that " + capability.description())
                .orElse(requirement.id() + "   " + requirement.condition());
    }

    private static Optional<Capability> missing(Scenario<?> scenario, Set<Capability> offered) {
        return scenario.needs().stream()
                .filter(capability -> !offered.contains(capability))
                .sorted()
                .findFirst();
    }
}
