package io.regcontract.report.judge;

import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Check.Result;
import io.regcontract.report.record.Observation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Applies the waivers of one environment, and finds those that no longer hold: a list of known deviations that
 * is not kept up to date excuses more than was meant.
 */
final class WaiverApplier {

    private final List<Waiver> inForce;
    private final LocalDate asOf;
    private final Set<Waiver> concernSomething = new HashSet<>();
    private final List<GateFinding> findings = new ArrayList<>();

    WaiverApplier(List<Waiver> waivers, String environment, LocalDate asOf) {
        this.asOf = asOf;
        var here = waivers.stream()
                .filter(waiver -> waiver.environments().contains(environment))
                .toList();
        here.stream()
                .filter(waiver -> !waiver.begun(asOf))
                .forEach(waiver -> findings.add(GateFinding.of(
                                "waiver-not-begun",
                                GateOutcome.PASS,
                                waiver.id() + " holds from " + waiver.created() + " on, not yet on " + asOf + ".",
                                waiver)
                        .asNote()));
        inForce = here.stream().filter(waiver -> waiver.begun(asOf)).toList();
    }

    /** The judgement, waived when waivers tolerate all that fails; along the way, waivers that it belies are found. */
    Judgement apply(Judgement judgement) {
        var concerned = inForce.stream()
                .filter(waiver -> waiver.requirement().matches(judgement.requirement()))
                .toList();
        if (concerned.isEmpty()) {
            return judgement;
        }
        var observed = judgement.observation().filter(seen -> seen.outcome() == Observation.Outcome.OBSERVED);
        if (observed.isEmpty() || !judgement.verdict().seen()) {
            // Nothing was seen, so nothing is known for or against the waiver.
            concernSomething.addAll(concerned);
            return judgement;
        }
        concerned.forEach(waiver -> compare(waiver, judgement, observed.get()));
        return judgement.verdict().fails() ? waivedOrNot(judgement, concerned) : judgement;
    }

    /** What is to be said about the waivers, after all judgements. */
    List<GateFinding> findings() {
        for (var waiver : inForce) {
            if (waiver.expired(asOf)) {
                findings.add(GateFinding.of(
                        "waiver-expired",
                        GateOutcome.CONTRACT,
                        waiver.deviation()
                                ? waiver.id() + ", a declared deviation, was to be looked at again by "
                                        + waiver.expires() + ". Do so, and set a later day or remove it, in "
                                        + waiver.place() + "."
                                : waiver.id() + " expired on " + waiver.expires()
                                        + ". Mend what it waives, or decide anew, in " + waiver.place() + ".",
                        waiver));
            } else if (!concernSomething.contains(waiver)) {
                findings.add(GateFinding.of(
                        "waiver-stale",
                        GateOutcome.CONTRACT,
                        waiver.id() + " matches nothing: no requirement " + waiver.requirement() + " has a must-check "
                                + waiver.check() + ". Correct or remove it, in " + waiver.place() + ".",
                        waiver));
            }
        }
        return findings;
    }

    private void compare(Waiver waiver, Judgement judgement, Observation observation) {
        var check = observation.checks().stream()
                .filter(Check::must)
                .filter(candidate -> candidate.id().equals(waiver.check()))
                .findFirst();
        if (check.isEmpty()) {
            return;
        }
        concernSomething.add(waiver);
        if (waiver.expired(asOf)) {
            return;
        }
        if (check.get().failsOutright()) {
            if (!waiver.actual().is(check.get().actual())) {
                findings.add(GateFinding.of(
                        "waiver-differs",
                        GateOutcome.CONTRACT,
                        judgement.requirement() + " fails " + waiver.check() + " otherwise than " + waiver.id()
                                + " tolerates, which is: " + waiver.actual(),
                        judgement,
                        check.get(),
                        waiver));
            }
        } else if (check.get().result() != Result.NOT_APPLICABLE) {
            var passes = GateFinding.of(
                    "waiver-unexpected-pass",
                    GateOutcome.CONTRACT,
                    waiver.check() + " holds in " + judgement.requirement() + ", which " + waiver.id()
                            + (waiver.deviation() ? " declares to differ" : " waives") + ". Remove the " + waiver.noun()
                            + ", in " + waiver.place() + ".",
                    judgement,
                    check.get(),
                    waiver);
            findings.add(waiver.strict() ? passes : passes.asWarning());
        }
    }

    private Judgement waivedOrNot(Judgement judgement, List<Waiver> concerned) {
        var used = new LinkedHashSet<Waiver>();
        for (var check : judgement.grounds()) {
            Optional<Waiver> tolerant = concerned.stream()
                    .filter(Predicate.not(waiver -> waiver.expired(asOf)))
                    .filter(waiver ->
                            waiver.check().equals(check.id()) && waiver.actual().is(check.actual()))
                    .findFirst();
            if (tolerant.isEmpty()) {
                return judgement;
            }
            used.add(tolerant.get());
        }
        return judgement.waivedBy(List.copyOf(used));
    }
}
