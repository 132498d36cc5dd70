package io.regcontract.report.judge;

import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.policy.KindPolicy.TrafficPolicy;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.RunRecord;
import io.regcontract.report.traffic.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of the gate for recorded traffic, which has what it has: it can contradict the contract, and cannot prove it. */
final class TrafficRules {

    static final String NOTHING_JUDGED = "nothing-judged";

    private final List<CodeVerdict> codes;
    private final KindPolicy policy;
    private final TrafficPolicy asked;
    private final List<GateFinding> findings = new ArrayList<>();

    private TrafficRules(List<CodeVerdict> codes, KindPolicy policy) {
        this.codes = codes;
        this.policy = policy;
        // Where no policy is written for traffic, the gate says so and passes nothing.
        this.asked = policy.traffic().orElse(new TrafficPolicy(true, Set.of(), true));
    }

    /** The findings, in the order of record and codes. */
    static List<GateFinding> apply(RunRecord run, List<CodeVerdict> codes, KindPolicy policy) {
        var rules = new TrafficRules(codes, policy);
        rules.findings.addAll(RecordFindings.of(run, false));
        run.traffic().ifPresent(rules::toTheTraffic);
        rules.toTheCodes();
        return rules.findings;
    }

    private void toTheTraffic(Traffic traffic) {
        if (traffic.judged() == 0) {
            add(
                    NOTHING_JUDGED,
                    GateOutcome.INCOMPLETE,
                    "Not one call of the API could be judged among the " + traffic.exchanges() + " exchanges of "
                            + traffic.sources() + " (" + traffic.foreign()
                            + " do not belong to the API), so this says nothing about the contract."
                            + " Name the host and the base path of the API when judging.");
        }
        traffic.incomplete().forEach(sentence -> add("traffic-incomplete", GateOutcome.INCOMPLETE, sentence));
        traffic.files().forEach(file -> file.flaw().ifPresent(flaw -> {
            var finding = GateFinding.ofRun("traffic-file-flawed", GateOutcome.INCOMPLETE, file.name() + ": " + flaw);
            findings.add(traffic.incomplete().isEmpty() ? finding : finding.asWarning());
        }));
        traffic.unjudged()
                .forEach(one -> findings.add(GateFinding.ofRun(
                                "traffic-unjudged",
                                GateOutcome.PASS,
                                one.count() + (one.count() == 1 ? " exchange" : " exchanges")
                                        + " of the API could not be judged: " + ended(one.reason()) + " The first: "
                                        + ended(one.first()))
                        .asWarning()));
        traffic.remarks()
                .forEach(remark -> remark(
                        remark.rule(),
                        remark.operation() + ": " + ended(remark.sentence()) + " " + remark.count()
                                + (remark.count() == 1 ? " call" : " calls") + ", the first: " + ended(remark.first()),
                        Optional.empty(),
                        Optional.empty()));
    }

    private void toTheCodes() {
        for (var code : codes) {
            if (asked.asksFor(code.error().code().code()) && code.verdict() == Verdict.NEVER_SEEN) {
                add(
                        Verdict.NEVER_SEEN.word(),
                        GateOutcome.INCOMPLETE,
                        code.error().code().code() + " " + code.error().name()
                                + " was never seen, and the policy asks for it (never-seen in gate.yaml).");
            }
            code.judgements().forEach(this::toTheJudgement);
        }
    }

    private void toTheJudgement(Judgement judgement) {
        if (judgement.verdict() == Verdict.BROKEN) {
            findings.add(GateFinding.of(
                    "checks-missing",
                    GateOutcome.INCOMPLETE,
                    judgement.requirement() + " does not count: " + judgement.why()
                            + ". Judge the traffic again by this version.",
                    judgement));
        }
        var word = judgement.verdict().word();
        judgement.grounds().stream()
                .filter(check -> judgement.verdict() != Verdict.BROKEN)
                .forEach(check -> {
                    var finding = GateFinding.of(
                            judgement, check, policy.fails().contains(word) ? GateOutcome.CONTRACT : GateOutcome.PASS);
                    findings.add(policy.warns().contains(word) ? finding.asWarning() : finding);
                });
        judgement.observation().stream()
                .flatMap(seen -> seen.checks().stream())
                .filter(check -> check.weight() == Check.Weight.SHOULD && check.failsOutright())
                .forEach(check -> remark(
                        check.id(),
                        check.id() + " fails in " + judgement.requirement() + ".",
                        Optional.of(judgement),
                        Optional.of(check)));
    }

    private void remark(String rule, String message, Optional<Judgement> judgement, Optional<Check> check) {
        var finding = new GateFinding(
                rule, GateOutcome.CONTRACT, GateFinding.Level.FAILS, message, judgement, check, Optional.empty());
        findings.add(asked.remarksFail() ? finding : finding.asWarning());
    }

    private void add(String rule, GateOutcome leadsTo, String message) {
        findings.add(GateFinding.ofRun(rule, leadsTo, message));
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }
}
