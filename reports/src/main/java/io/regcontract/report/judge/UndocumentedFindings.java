package io.regcontract.report.judge;

import io.regcontract.report.record.Check;
import io.regcontract.report.record.SchemaProposal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Codes, names and fields that answers had and the contract does not know: each once, however often it came. */
final class UndocumentedFindings {

    /** Where something was seen. */
    private record Sighting(Judgement judgement, Check check) {}

    private UndocumentedFindings() {}

    static List<GateFinding> findings(List<CodeVerdict> codes) {
        Map<SchemaProposal, List<Sighting>> seen = new LinkedHashMap<>();
        for (var code : codes) {
            for (var judgement : code.judgements()) {
                judgement
                        .observation()
                        .ifPresent(observation -> observation.checks().forEach(check -> check.proposal()
                                .ifPresent(proposal -> seen.computeIfAbsent(proposal, any -> new ArrayList<>())
                                        .add(new Sighting(judgement, check)))));
            }
        }
        return seen.entrySet().stream()
                .map(entry -> finding(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static GateFinding finding(SchemaProposal proposal, List<Sighting> sightings) {
        var first = sightings.get(0);
        var more = sightings.size() - 1;
        return new GateFinding(
                "undocumented",
                GateOutcome.PASS,
                GateFinding.Level.WARNS,
                first.check().actual() + " is not in the contract: seen in "
                        + first.judgement().requirement()
                        + (more == 0 ? "" : " and " + more + (more == 1 ? " other" : " others"))
                        + ". Proposed for " + proposal.place() + ": " + proposal.schema(),
                Optional.of(first.judgement()),
                Optional.of(first.check()),
                Optional.empty());
    }
}
