package io.regcontract.pair.judge;

import io.regcontract.pair.compare.ComparedRequirement;
import io.regcontract.pair.compare.PairComparison;
import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.half.Half;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.CatalogueComparison;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Decides about a pair. Fail-closed: both halves must be whole by the gate's own rules, and of the same requirements. What a
 * half has of contradictions is for its own gate; here counts what the new one loses of what the old one keeps.
 */
public final class PairJudge {

    /** What rules of the gate about waivers and deviations begin with. */
    private static final String OF_WAIVERS = "waiver-";

    private final Half old;
    private final Half now;
    private final PairComparison comparison;
    private final List<PairFinding> findings = new ArrayList<>();

    private PairJudge(Half old, Half now) {
        this.old = old;
        this.now = now;
        this.comparison = PairComparison.of(old, now);
    }

    /** Decides. */
    public static PairDecision decide(Half old, Half now) {
        return new PairJudge(old, now).decision();
    }

    private PairDecision decision() {
        eachHalf(old);
        eachHalf(now);
        sameRequirements();
        deviations();
        differences();
        lost();
        ownGate();
        findings.sort(Comparator.comparing(PairFinding::leadsTo, GateOutcome.WORST_FIRST));
        var outcome = findings.stream().map(PairFinding::leadsTo).findFirst().orElse(GateOutcome.PASS);
        return new PairDecision(old, now, comparison, outcome, sentence(outcome), findings);
    }

    /** What is missing of a half is missing of the pair. Its contradictions and its waivers are compared, not judged. */
    private void eachHalf(Half half) {
        half.decision().findings().stream()
                .filter(finding -> finding.level() == GateFinding.Level.FAILS)
                .filter(finding -> finding.leadsTo() != GateOutcome.CONTRACT && finding.leadsTo() != GateOutcome.PASS)
                .collect(Collectors.groupingBy(GateFinding::rule, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(alike -> findings.add(new PairFinding(
                        alike.get(0).leadsTo(),
                        half.side() + ": " + alike.get(0).message() + more(alike.size() - 1))));
    }

    private static String more(int number) {
        return number == 0 ? "" : " And " + number + " more alike.";
    }

    /** A declared deviation that is overdue, unused or different is a loss that nobody knows of, or an excuse to come. */
    private void deviations() {
        now.decision().findings().stream()
                .filter(finding -> finding.leadsTo() == GateOutcome.CONTRACT)
                .filter(finding -> finding.rule().startsWith(OF_WAIVERS))
                .filter(finding -> finding.waiver().filter(Waiver::deviation).isPresent())
                .forEach(finding -> findings.add(new PairFinding(GateOutcome.CONTRACT, finding.message())));
    }

    private void sameRequirements() {
        if (old.header().isEmpty() || now.header().isEmpty()) {
            return;
        }
        var before = old.header().get();
        var after = now.header().get();
        if (!before.catalogue().equals(after.catalogue())) {
            findings.add(new PairFinding(
                    GateOutcome.INCOMPLETE,
                    "The halves are of other requirements: OLD has "
                            + before.catalogue().size() + ", NEW "
                            + after.catalogue().size()
                            + CatalogueComparison.difference(after.catalogue(), before.catalogue())
                            + ". Run both with the same --scope."));
        }
        if (before.complete() != after.complete() || !before.selection().equals(after.selection())) {
            findings.add(new PairFinding(
                    GateOutcome.INCOMPLETE,
                    "The halves are of other selections: OLD of " + shown(before.selection()) + ", NEW of "
                            + shown(after.selection()) + ". Run both with the same options."));
        }
        if (before.environment().traffic() || after.environment().traffic()) {
            findings.add(new PairFinding(
                    GateOutcome.USAGE,
                    "A half is a record of traffic, in which nothing was driven: regcontract judge OLD --against NEW"
                            + " compares recordings."));
        }
    }

    private static String shown(String selection) {
        return selection.isBlank() ? "everything" : selection;
    }

    private void differences() {
        var lost = comparison.requirements().stream()
                .filter(ComparedRequirement::losesWhatWasKept)
                .toList();
        comparison.groups().stream()
                .filter(PairComparison.Group::loses)
                .forEach(group -> findings.add(new PairFinding(
                        GateOutcome.CONTRACT,
                        group.difference().sentence() + ", in "
                                + requirements(group.requirements().size()) + ", such as "
                                + group.requirements().get(0).id() + ".")));
        long broken = comparison.requirements().stream()
                .filter(one -> one.state() == PairState.DIFFERS && !one.keptByTheOld())
                .count();
        if (broken > 0) {
            findings.add(new PairFinding(
                    GateOutcome.PASS,
                    requirements(broken) + " differ where OLD itself does not keep the contract, which counts for"
                            + " nothing." + cure()));
        }
        long unpromised = comparison.count(PairState.DIFFERS) - lost.size() - broken;
        if (unpromised > 0) {
            findings.add(new PairFinding(
                    GateOutcome.PASS,
                    requirements(unpromised) + " differ only in what the contract knows and does not promise, such as a"
                            + " field that may be there."));
        }
    }

    /** What OLD keeps and NEW was not seen to keep. */
    private void lost() {
        var unseen = comparison.requirements().stream()
                .filter(one -> one.state() == PairState.ONLY_OLD && one.keptByTheOld())
                .toList();
        var expected = unseen.stream()
                .filter(one -> one.now().filter(after -> after.expected()).isPresent())
                .toList();
        if (!expected.isEmpty()) {
            findings.add(
                    new PairFinding(
                            GateOutcome.PASS,
                            requirements(expected.size())
                                    + " that OLD keeps cannot be driven in NEW, as is expected there: nothing is known of these."));
        }
        unseen.stream()
                .filter(one -> !expected.contains(one))
                .limit(1)
                .forEach(first -> findings.add(new PairFinding(
                        first.now()
                                        .filter(after -> after.verdict() == Verdict.BROKEN)
                                        .isPresent()
                                ? GateOutcome.INCONCLUSIVE
                                : GateOutcome.INCOMPLETE,
                        requirements(unseen.size() - expected.size())
                                + " that OLD keeps were not observed in NEW, such as " + first.id() + ": " + first.why()
                                + ".")));
        boolean nothing = comparison.requirements().stream()
                .noneMatch(one -> one.keptByTheOld()
                        && (one.state() == PairState.SAME
                                || one.state() == PairState.DIFFERS
                                || one.state() == PairState.DECLARED));
        if (nothing) {
            findings.add(new PairFinding(
                    GateOutcome.INCOMPLETE,
                    "Nothing that OLD keeps was observed in both, so this says nothing of NEW." + cure()));
        }
    }

    private String cure() {
        return LikelyErrata.cure(old).map(sentence -> " " + sentence).orElse("");
    }

    /** What the gate says of NEW alone, where that is red and the pair is not: a green pair is no release. */
    private void ownGate() {
        var own = now.decision();
        if (own.outcome() == GateOutcome.CONTRACT
                && findings.stream().allMatch(finding -> finding.leadsTo() == GateOutcome.PASS)) {
            findings.add(new PairFinding(
                    GateOutcome.PASS,
                    "NEW keeps what OLD keeps, and its own gate is red all the same: " + own.sentence()));
        }
    }

    private static String requirements(long number) {
        return String.format(Locale.ROOT, "%d requirement%s", number, number == 1 ? "" : "s");
    }

    private String sentence(GateOutcome outcome) {
        if (outcome != GateOutcome.PASS && outcome != GateOutcome.CONTRACT) {
            long more = findings.stream()
                            .filter(finding -> finding.leadsTo() != GateOutcome.PASS)
                            .count()
                    - 1;
            return findings.get(0).sentence() + (more == 0 ? "" : " (And " + more + " more, see pair.json.)");
        }
        long lost = comparison.lost();
        if (lost == 0 && outcome == GateOutcome.CONTRACT) {
            return "NEW keeps all that OLD keeps, and what it declares is not so: "
                    + findings.get(0).sentence();
        }
        return (outcome == GateOutcome.PASS
                        ? "NEW keeps all that OLD keeps"
                        : "NEW does not keep " + requirements(lost) + " that OLD keeps")
                + ": " + counts() + ".";
    }

    private static void add(List<String> counts, long number, String words) {
        if (number > 0) {
            counts.add(number + " " + words);
        }
    }

    private String counts() {
        var counts = new ArrayList<String>();
        for (var state : List.of(
                PairState.SAME,
                PairState.DECLARED,
                PairState.DIFFERS,
                PairState.ONLY_OLD,
                PairState.ONLY_NEW,
                PairState.NEITHER,
                PairState.OUT_OF_SCOPE)) {
            long number = comparison.count(state);
            if (state == PairState.DIFFERS) {
                long lost = comparison.lost();
                add(counts, lost, "lost");
                add(counts, number - lost, "differ without loss");
            } else {
                add(counts, number, state.words());
            }
        }
        return String.join(", ", counts);
    }
}
