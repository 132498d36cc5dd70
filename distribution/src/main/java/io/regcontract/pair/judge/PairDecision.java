package io.regcontract.pair.judge;

import io.regcontract.pair.compare.PairComparison;
import io.regcontract.pair.half.Half;
import io.regcontract.report.judge.GateOutcome;
import java.util.List;

/**
 * What was decided about a pair, and everything it goes by.
 *
 * @param old the half that is to be replaced
 * @param now the half that takes its place
 * @param sentence the decision in one sentence
 * @param findings worst first
 */
public record PairDecision(
        Half old,
        Half now,
        PairComparison comparison,
        GateOutcome outcome,
        String sentence,
        List<PairFinding> findings) {

    public PairDecision {
        findings = List.copyOf(findings);
    }
}
