package io.regcontract.report.judge;

import static java.util.function.Predicate.not;

import io.regcontract.report.traffic.Traffic;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Says a decision in one sentence: what was decided and why, then how the rest of the codes stands. */
final class DecisionSentence {

    private static final int MOST_CODES = 10;

    /** Longer ones are for the list of failures, not for one line. */
    private static final int LONGEST_REASON = 200;

    /** What makes a run incomplete, and last what stands beside it and should not be lost. */
    private static final Map<Verdict, String> INCOMPLETE_BY = Collections.unmodifiableMap(new EnumMap<>(Map.of(
            Verdict.NOT_DRIVABLE, " unexpectedly not drivable ",
            Verdict.UNTESTED, " not fully tested ",
            Verdict.BROKEN, " broken ")));

    /** What fails a run though no answer need contradict the contract, by rule; "(s)" is for more than one. */
    private static final Map<String, String> FAILING_BESIDE_VERDICTS = inOrder(
            "waiver-expired", "expired waiver(s)",
            "waiver-differs", "failing otherwise than waived",
            "waiver-unexpected-pass", "waived and no longer failing",
            "waiver-stale", "waiver(s) without anything to waive",
            "unexpectedly-drivable", "driven though expected not to be drivable",
            "newly-failing", "newly failing against the baseline");

    private final List<CodeVerdict> codes;
    private final List<GateFinding> findings;

    private DecisionSentence(List<CodeVerdict> codes, List<GateFinding> findings) {
        this.codes = codes;
        this.findings = findings;
    }

    /** @param traffic what traffic was judged, where no run was */
    static String of(
            GateOutcome outcome, List<CodeVerdict> codes, List<GateFinding> findings, Optional<Traffic> traffic) {
        if (traffic.isPresent()) {
            return TrafficSentence.of(outcome, codes, findings, traffic.get());
        }
        var sentence = new DecisionSentence(codes, findings);
        var decided =
                switch (outcome) {
                    case PASS -> sentence.pass();
                    case CONTRACT -> sentence.contract();
                    case USAGE, LEAK -> sentence.first(outcome);
                    case INCONCLUSIVE -> sentence.inconclusive();
                    case INCOMPLETE -> sentence.incomplete();
                };
        return sentence.outOfScope().map(out -> decided + " " + out).orElse(decided);
    }

    /** How much a replacement leaves out: told with every decision, so that it is not taken for proven. */
    private Optional<String> outOfScope() {
        var requirements = codes.stream()
                .mapToLong(code -> code.judgements().size() - code.inScope().size())
                .sum();
        return requirements == 0
                ? Optional.empty()
                : Optional.of("Out of scope: "
                        + codes.stream().filter(CodeVerdict::outOfScope).count() + " of " + codes.size()
                        + " codes, " + requirements + " of "
                        + codes.stream()
                                .mapToLong(code -> code.judgements().size())
                                .sum()
                        + " requirements.");
    }

    private String pass() {
        var requirements =
                codes.stream().mapToLong(code -> code.judgements().size()).sum();
        var inScope = codes.stream().filter(code -> !code.outOfScope()).toList();
        if (inScope.size() < codes.size() && inScope.stream().allMatch(code -> code.verdict() == Verdict.PROVEN)) {
            return "The " + inScope.size() + " of " + codes.size() + " codes in scope are proven, by "
                    + inScope.stream().mapToLong(code -> code.inScope().size()).sum() + " requirements.";
        }
        if (codes.stream().allMatch(code -> code.verdict() == Verdict.PROVEN)) {
            return "All " + codes.size() + " codes are proven, by " + requirements + " requirements.";
        }
        return "Nothing keeps the "
                + (inScope.size() < codes.size()
                        ? inScope.size() + " of " + codes.size() + " codes in scope"
                        : codes.size() + " codes")
                + " from passing: " + counts(verdict -> true) + ".";
    }

    private String contract() {
        var parts = new ArrayList<String>();
        var said = EnumSet.noneOf(Verdict.class);
        for (var verdict :
                List.of(Verdict.CONTRADICTED, Verdict.COARSER, Verdict.REFINED, Verdict.PROVEN_WITH_ERRATUM)) {
            var concerned = codesWith(finding -> finding.leadsTo() == GateOutcome.CONTRACT
                    && finding.rule().equals(verdict.word())
                    && finding.judgement()
                            .map(Judgement::verdict)
                            .filter(verdict::equals)
                            .isPresent());
            if (!concerned.isEmpty()) {
                parts.add(of(concerned) + " " + verdict.word() + " " + listed(concerned));
                said.add(verdict);
            }
        }
        FAILING_BESIDE_VERDICTS.forEach((rule, words) -> {
            var count = findings.stream()
                    .filter(finding -> finding.leadsTo() == GateOutcome.CONTRACT)
                    .filter(finding -> finding.rule().equals(rule))
                    .count();
            if (count > 0) {
                parts.add(count + " " + words.replace("(s)", count == 1 ? "" : "s"));
            }
        });
        var rest = counts(not(said::contains));
        return String.join("; ", parts) + (rest.isEmpty() ? "." : "; " + rest + ".");
    }

    private String inconclusive() {
        if (findings.stream().anyMatch(finding -> finding.rule().equals(GateRules.REFUSED))) {
            return first(GateOutcome.INCONCLUSIVE);
        }
        var broken = codesWith(finding ->
                finding.leadsTo() == GateOutcome.INCONCLUSIVE && finding.rule().equals(Verdict.BROKEN.word()));
        if (broken.isEmpty()) {
            var flaky = codesWith(finding -> finding.leadsTo() == GateOutcome.INCONCLUSIVE);
            return "More requirements than the policy allows could be set up only by repeating calls, in " + of(flaky)
                    + " " + listed(flaky) + "; nothing is contradicted.";
        }
        return of(broken) + " broken " + listed(broken) + ": " + whyBroken()
                + ", so this says nothing about the contract; nothing is contradicted.";
    }

    /** The one thing that broke them all, where it is one. */
    private String whyBroken() {
        var reasons = findings.stream()
                .filter(finding -> finding.leadsTo() == GateOutcome.INCONCLUSIVE)
                .flatMap(finding -> finding.judgement().stream())
                .map(Judgement::why)
                .distinct()
                .toList();
        return reasons.size() == 1 && reasons.get(0).length() <= LONGEST_REASON
                ? reasons.get(0)
                : "set-up or environment failed";
    }

    private String incomplete() {
        var ofTheRun = findings.stream()
                .filter(finding -> finding.leadsTo() == GateOutcome.INCOMPLETE)
                .filter(finding -> finding.judgement().isEmpty())
                .toList();
        var parts = new ArrayList<String>();
        if (!ofTheRun.isEmpty()) {
            parts.add(ofTheRun.get(0).message()
                    + (ofTheRun.size() == 1 ? "" : " (And " + (ofTheRun.size() - 1) + " more of that sort.)"));
        }
        INCOMPLETE_BY.forEach((verdict, words) -> {
            var concerned = codesWith(finding -> finding.leadsTo() != GateOutcome.PASS
                    && finding.judgement()
                            .map(Judgement::verdict)
                            .filter(verdict::equals)
                            .isPresent());
            if (!concerned.isEmpty()) {
                parts.add(of(concerned) + words + listed(concerned) + ".");
            }
        });
        return String.join(" ", parts);
    }

    private String first(GateOutcome outcome) {
        return findings.stream()
                .filter(finding -> finding.leadsTo() == outcome)
                .map(GateFinding::message)
                .findFirst()
                .orElseThrow();
    }

    private List<Integer> codesWith(Predicate<GateFinding> which) {
        return findings.stream()
                .filter(which)
                .flatMap(finding -> finding.judgement().stream())
                .map(Judgement::code)
                .distinct()
                .sorted()
                .toList();
    }

    private String of(List<Integer> concerned) {
        return concerned.size() + " of " + codes.size() + " codes";
    }

    private static String listed(List<Integer> concerned) {
        return concerned.stream().limit(MOST_CODES).map(String::valueOf).collect(Collectors.joining(", ", "(", ""))
                + (concerned.size() > MOST_CODES ? ", ...)" : ")");
    }

    private static Map<String, String> inOrder(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int index = 0; index < pairs.length; index += 2) {
            map.put(pairs[index], pairs[index + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** The codes by verdict, best first: "40 proven, 1 coarser". */
    private String counts(Predicate<Verdict> which) {
        var counts = new LinkedHashMap<Verdict, Integer>();
        for (var verdict : Verdict.values()) {
            int count = (int)
                    codes.stream().filter(code -> code.verdict() == verdict).count();
            // What is out of scope ends the sentence.
            if (which.test(verdict) && count > 0 && verdict != Verdict.OUT_OF_SCOPE) {
                counts.put(verdict, count);
            }
        }
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().word())
                .collect(Collectors.joining(", "));
    }
}
