package io.regcontract.report.judge;

import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.record.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** The rules of the gate: what each thing that is not plainly proven leads to. */
final class GateRules {

    static final String REFUSED = "refused";

    private final RunRecord run;
    private final List<CodeVerdict> codes;
    private final KindPolicy policy;
    private final List<CodeVerdict> inScope;
    private final List<Judgement> all;
    private final boolean enoughRequirements;
    private final boolean brokenBeyondBudget;
    private final boolean flakyBeyondBudget;
    private final List<GateFinding> findings = new ArrayList<>();

    private GateRules(RunRecord run, List<CodeVerdict> codes, KindPolicy policy) {
        this.run = run;
        this.codes = codes;
        this.policy = policy;
        inScope = codes.stream().filter(code -> !code.outOfScope()).toList();
        all = inScope.stream().flatMap(code -> code.inScope().stream()).toList();
        enoughRequirements = policy.requirements()
                .metBy(
                        all.stream()
                                .filter(judgement -> judgement.verdict() != Verdict.UNTESTED)
                                .count(),
                        all.size());
        brokenBeyondBudget = all.stream()
                        .filter(judgement -> judgement.verdict() == Verdict.BROKEN)
                        .count()
                > policy.broken();
        flakyBeyondBudget = all.stream().filter(Judgement::flaky).count() > policy.flaky();
    }

    /** The findings, in the order of record and codes. */
    static List<GateFinding> apply(RunRecord run, List<CodeVerdict> codes, KindPolicy policy) {
        var rules = new GateRules(run, codes, policy);
        rules.findings.addAll(RecordFindings.of(run, rules.enoughShards()));
        rules.toTheScope();
        rules.toTheCoverage();
        codes.forEach(code -> code.judgements().forEach(rules::toTheRequirement));
        return rules.findings;
    }

    private boolean enoughShards() {
        return policy.shards()
                .metBy(run.shards(), run.header().map(RecordHeader::shards).orElse(1));
    }

    /** What a replacement does not implement is never passed over in silence, and not without limit where the policy has one. */
    private void toTheScope() {
        int requirements =
                codes.stream().mapToInt(code -> code.judgements().size()).sum();
        if (requirements == all.size()) {
            return;
        }
        var operations = run.header()
                .map(header ->
                        String.join(", ", header.environment().operations().globs()))
                .orElse("none");
        findings.add(GateFinding.ofRun(
                Verdict.OUT_OF_SCOPE.word(),
                GateOutcome.PASS,
                (requirements - all.size()) + " of " + requirements + " requirements and "
                        + (codes.size() - inScope.size()) + " of " + codes.size()
                        + " codes are out of scope: the replacement implements " + operations + "."));
        policy.inScope().ifPresent(least -> {
            leastInScope(least.codes(), inScope.size(), "codes");
            leastInScope(least.requirements(), all.size(), "requirements");
        });
    }

    private void leastInScope(int least, int there, String what) {
        if (there < least) {
            findings.add(GateFinding.ofRun(
                    "scope-too-small",
                    whatIsMissing(),
                    "Of the " + what + " " + there + " are in scope, and the policy asks for " + least
                            + " at least. Let the profile list more operations, or lower in-scope in gate.yaml."));
        }
    }

    private void toTheCoverage() {
        if (run.header().isEmpty()) {
            if (findings.isEmpty()) {
                // A flaw or a refusal has said why by now. If ever none does, it takes a header to pass all the same.
                findings.add(GateFinding.ofRun(
                        "nothing-tested",
                        GateOutcome.INCOMPLETE,
                        "None of the " + codes.size() + " codes was tested."));
            }
            return;
        }
        RecordHeader header = run.header().get();
        if (!all.isEmpty() && all.stream().allMatch(Judgement::expected)) {
            // Each excuse is valid by itself, but a run in which everything is excused has observed nothing.
            findings.add(GateFinding.ofRun(
                    "nothing-tested",
                    whatIsMissing(),
                    "Not one answer was seen: none of the " + all.size()
                            + " requirements is drivable in environments of kind "
                            + header.environment().kind() + ". Let the profile offer a capability."));
        }
        if (!header.complete()) {
            var finding = GateFinding.ofRun(
                    "selection-incomplete",
                    whatIsMissing(),
                    "The run was of a part only: " + header.selection()
                            + ". Run without a selection to have it judged.");
            findings.add(partWillDo() ? finding.asWarning() : finding);
        }
        var enoughCodes = policy.codes()
                .metBy(inScope.stream().filter(CodeVerdict::covered).count(), inScope.size());
        for (var code : inScope) {
            if (code.judgements().isEmpty()) {
                findings.add(uncovered(
                        "code-without-requirement",
                        "The suite has no requirement for " + named(code) + ".",
                        GateOutcome.INCOMPLETE,
                        enoughCodes));
            } else if (code.onlyBroken() && !brokenBeyondBudget) {
                findings.add(uncovered(
                        "code-not-covered",
                        "All requirements of " + named(code) + " are broken, so nothing is known of it.",
                        whatIsMissing(),
                        enoughCodes));
            }
        }
    }

    private boolean partWillDo() {
        return enoughRequirements && policy.requirements() instanceof KindPolicy.AtLeast;
    }

    private static GateFinding uncovered(String rule, String message, GateOutcome leadsTo, boolean enough) {
        var finding = GateFinding.ofRun(rule, leadsTo, message);
        return enough ? finding.asWarning() : finding;
    }

    private static String named(CodeVerdict code) {
        return code.error().code().code() + " " + code.error().name();
    }

    private void toTheRequirement(Judgement judgement) {
        switch (judgement.verdict()) {
            // Those of traffic have rules of their own.
            case PROVEN, WITNESSED, WITNESSED_WITH_ERRATUM, NEVER_SEEN -> {}
            case PROVEN_WITH_ERRATUM, COARSER, REFINED, CONTRADICTED, WAIVED -> eachCheck(judgement);
            case BROKEN -> {
                unexamined(judgement);
                var finding = GateFinding.of(judgement, GateOutcome.INCONCLUSIVE);
                findings.add(brokenBeyondBudget ? finding : finding.asWarning());
            }
            case OUT_OF_SCOPE -> {
                // Told once, of the run.
            }
            case NOT_DRIVABLE ->
                findings.add(GateFinding.of(judgement, judgement.expected() ? GateOutcome.PASS : whatIsMissing()));
            case UNTESTED -> {
                var finding = GateFinding.of(judgement, whatIsMissing());
                findings.add(enoughRequirements ? finding.asWarning() : finding);
            }
        }
        if (judgement.flaky()) {
            int repeated =
                    judgement.observation().map(Observation::earlierAttempts).orElse(0);
            var finding = GateFinding.of(
                    "flaky",
                    GateOutcome.INCONCLUSIVE,
                    judgement.requirement() + " was set up with " + (repeated == 1 ? "1 call" : repeated + " calls")
                            + " that had to be repeated.",
                    judgement);
            findings.add(flakyBeyondBudget ? finding : finding.asWarning());
        }
        drivableAfterAll(judgement);
    }

    /**
     * An answer without all the checks of the contract is a gap in the record, which no budget for an unfit environment
     * covers.
     */
    private void unexamined(Judgement judgement) {
        if (judgement
                .observation()
                .filter(seen -> seen.outcome() == Observation.Outcome.OBSERVED)
                .isPresent()) {
            findings.add(GateFinding.of(
                    "checks-missing",
                    GateOutcome.INCOMPLETE,
                    judgement.requirement() + " does not count: " + judgement.why()
                            + ". Judge a record by the version that wrote it.",
                    judgement));
        }
    }

    private void eachCheck(Judgement judgement) {
        var word = judgement.verdict().word();
        judgement.grounds().forEach(check -> {
            var finding = GateFinding.of(
                    judgement, check, policy.fails().contains(word) ? GateOutcome.CONTRACT : GateOutcome.PASS);
            findings.add(policy.warns().contains(word) ? finding.asWarning() : finding);
        });
    }

    /**
     * A code that the kind excuses must not turn out to be drivable: an unneeded excuse would hide a later loss of
     * coverage.
     */
    private void drivableAfterAll(Judgement judgement) {
        run.header()
                .map(RecordHeader::environment)
                .filter(environment -> !environment.simulator())
                .filter(environment -> judgement.verdict().seen())
                .filter(environment -> environment.expectedNotDrivable().containsKey(judgement.code()))
                .ifPresent(environment -> findings.add(GateFinding.of(
                        "unexpectedly-drivable",
                        GateOutcome.CONTRACT,
                        judgement.requirement() + " was driven, though environments of kind " + environment.kind()
                                + " are expected not to be drivable into " + judgement.code()
                                + ". Take it off the list of that kind.",
                        judgement)));
    }

    private GateOutcome whatIsMissing() {
        return RecordFindings.whatIsMissing(run);
    }
}
