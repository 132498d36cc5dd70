package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.trial.Trial;
import java.util.List;

/**
 * All that is to be said of a trial.
 *
 * @param sentence the result in one sentence
 * @param codes every error that can come from the operations that were called, by code
 * @param troubles every drill that was met and leads to no error of the API
 * @param findings what fails first
 */
public record DrillDecision(
        Trial trial,
        DrillOutcome outcome,
        String sentence,
        List<CodeCoverage> codes,
        List<MetTrouble> troubles,
        List<DrillFinding> findings,
        List<ToldResult> told) {

    public DrillDecision {
        codes = List.copyOf(codes);
        troubles = List.copyOf(troubles);
        findings = List.copyOf(findings);
        told = List.copyOf(told);
    }

    /** How many findings are of a level. */
    public long count(Level level) {
        return findings.stream().filter(each -> each.level() == level).count();
    }

    /** How many codes have a standing. */
    public long count(Standing standing) {
        return codes.stream().filter(each -> each.standing() == standing).count();
    }
}
