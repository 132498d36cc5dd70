package io.regcontract.report.judge;

import io.regcontract.contract.Contract;
import io.regcontract.report.record.Header;
import io.regcontract.report.record.Observation;
import io.regcontract.report.record.Requirement;
import io.regcontract.report.record.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Decides about a run. Fail-closed: to pass, the record must be whole, every documented code must have a requirement, and
 * every requirement must be proven or excused by the environment's kind.
 */
public final class Gate {

    private final Contract contract;

    public Gate(Contract contract) {
        this.contract = contract;
    }

    /** Decides by the record alone; the same record always gets the same decision. */
    public Decision decide(RunRecord run) {
        var codes = codes(run);
        var findings = Rules.apply(run, codes);
        var outcome = findings.isEmpty() ? Outcome.PASS : findings.get(0).leadsTo();
        return new Decision(
                run.runId(),
                run.header().map(Header::environment),
                outcome,
                Sentence.of(outcome, codes, findings),
                codes,
                findings);
    }

    private List<CodeVerdict> codes(RunRecord run) {
        Map<Integer, List<Judgement>> byCode = run.header()
                .map(header -> judgements(header, run.observations()))
                .orElse(Map.of());
        return contract.errors().stream()
                .map(error ->
                        new CodeVerdict(error, byCode.getOrDefault(error.code().code(), List.of())))
                .toList();
    }

    private Map<Integer, List<Judgement>> judgements(Header header, List<Observation> observations) {
        var judge = new Judge(contract, header.environment());
        var byId = observations.stream()
                .collect(Collectors.toMap(
                        observation -> observation.requirement().id(), Function.identity()));
        var byCode = new TreeMap<Integer, List<Judgement>>();
        for (var id : header.catalogue()) {
            int code = Requirement.codeOf(id);
            var judgement =
                    Optional.ofNullable(byId.get(id)).map(judge::judge).orElseGet(() -> Judgement.untested(id, code));
            byCode.computeIfAbsent(code, any -> new ArrayList<>()).add(judgement);
        }
        return byCode;
    }
}
