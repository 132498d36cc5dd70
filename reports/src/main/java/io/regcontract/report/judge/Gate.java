package io.regcontract.report.judge;

import io.regcontract.contract.Contract;
import io.regcontract.report.policy.KindPolicy;
import io.regcontract.report.policy.KindPolicy.ReportOnly;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.record.Requirement;
import io.regcontract.report.record.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides about a run. Fail-closed: to pass, the record must be whole, the policy must know the kind of environment,
 * every documented code must have a requirement, and every requirement must be as good as the policy demands.
 */
public final class Gate {

    private final Contract contract;
    private final GateCriteria terms;

    public Gate(Contract contract, GateCriteria terms) {
        this.contract = contract;
        this.terms = terms;
    }

    /** Decides by record and terms alone; the same always get the same decision. */
    public Decision decide(RunRecord run) {
        var environment = run.header().map(RecordHeader::environment);
        var waiving =
                environment.map(here -> new WaiverApplier(terms.policy().waivers(), here.policyName(), terms.asOf()));
        var codes = codes(run, judgement -> waiving.map(waivers -> waivers.apply(judgement))
                .orElse(judgement));
        var kindPolicy = environment.flatMap(
                here -> Optional.ofNullable(terms.policy().kinds().get(here.kind())));
        var policy = kindPolicy.orElseGet(KindPolicy::strictest);

        var findings = new ArrayList<>(
                environment.filter(RecordHeader.Environment::traffic).isPresent()
                        ? TrafficRules.apply(run, codes, policy)
                        : GateRules.apply(run, codes, policy));
        findings.addAll(UndocumentedFindings.findings(codes));
        waiving.ifPresent(waivers -> findings.addAll(waivers.findings()));
        environment.ifPresent(here -> {
            if (kindPolicy.isEmpty()) {
                findings.add(GateFinding.ofRun(
                        "kind-without-policy",
                        GateOutcome.USAGE,
                        "gate.yaml has no policy for environments of kind " + here.kind() + ". Add one under kinds."));
            }
            terms.baseline().ifPresent(baseline -> findings.addAll(Regression.findings(policy, baseline, here, codes)));
        });
        sort(findings);
        var decided = decision(run, policy, codes, findings);
        return policy.reportOnly()
                .filter(rollout -> decided.outcome() == GateOutcome.CONTRACT && rollout.on(terms.asOf()))
                .map(rollout -> reported(run, policy, decided, rollout))
                .orElse(decided);
    }

    /** During a rollout what contradicts the contract is said, and does not fail; whatever else is wrong does. */
    private Decision reported(RunRecord run, KindPolicy policy, Decision strict, ReportOnly rollout) {
        var findings = new ArrayList<>(strict.findings().stream()
                .map(finding -> finding.leadsTo() == GateOutcome.CONTRACT ? finding.asWarning() : finding)
                .toList());
        sort(findings);
        var decided = decision(run, policy, strict.codes(), findings);
        return decided.outcome() != GateOutcome.PASS
                ? decided
                : new Decision(
                        decided.runId(),
                        decided.environment(),
                        decided.judged(),
                        terms,
                        GateOutcome.PASS,
                        "Reported only, until " + rollout.until() + " (" + rollout.reason() + "); after that it fails: "
                                + strict.sentence(),
                        Optional.of("Contradictions are reported only, until " + rollout.until() + "."),
                        strict.codes(),
                        findings);
    }

    private Decision decision(RunRecord run, KindPolicy policy, List<CodeVerdict> codes, List<GateFinding> findings) {
        var outcome = findings.isEmpty() ? GateOutcome.PASS : findings.get(0).leadsTo();
        var notAsked = PolicyReservation.by(policy, run, codes);
        return new Decision(
                run.runId(),
                run.header().map(RecordHeader::environment),
                JudgedRecord.in(run),
                terms,
                outcome,
                notAsked.qualify(outcome, DecisionSentence.of(outcome, codes, findings, run.traffic())),
                notAsked.sentence(),
                codes,
                findings);
    }

    private static void sort(List<GateFinding> findings) {
        findings.sort(Comparator.comparing(GateFinding::leadsTo, GateOutcome.WORST_FIRST)
                .thenComparing(GateFinding::level));
    }

    private List<CodeVerdict> codes(RunRecord run, Function<Judgement, Judgement> waived) {
        Map<Integer, List<Judgement>> byCode = run.header()
                .map(header -> judgements(header, run.observations(), waived))
                .orElse(Map.of());
        return contract.errors().stream()
                .map(error ->
                        new CodeVerdict(error, byCode.getOrDefault(error.code().code(), List.of())))
                .toList();
    }

    private Map<Integer, List<Judgement>> judgements(
            RecordHeader header, List<Observation> observations, Function<Judgement, Judgement> waived) {
        var judge = new Judge(contract, header.environment());
        var byId = RepeatedTokens.marked(observations).stream()
                .collect(Collectors.toMap(
                        observation -> observation.requirement().id(), Function.identity()));
        var byCode = new TreeMap<Integer, List<Judgement>>();
        boolean traffic = header.environment().traffic();
        var ids = new TreeSet<>(header.catalogue());
        // What an operation is not known to give may have come all the same.
        ids.addAll(traffic ? byId.keySet() : Set.of());
        for (var id : ids) {
            int code = Requirement.codeOf(id);
            var judgement = Optional.ofNullable(byId.get(id))
                    .map(judge::judge)
                    .orElseGet(() -> traffic ? Judgement.neverSeen(id, code) : Judgement.untested(id, code));
            byCode.computeIfAbsent(code, any -> new ArrayList<>()).add(waived.apply(judgement));
        }
        return byCode;
    }
}
