package io.regcontract.pair.compare;

import io.regcontract.report.judge.Judgement;
import java.util.List;
import java.util.Optional;

/**
 * One requirement in both halves.
 *
 * @param id of the requirement
 * @param code that it is about
 * @param operation path; empty where neither half says
 * @param old what the gate says of it in the old half; empty where that has none
 * @param now the same of the new half
 * @param differences where both were observed
 * @param why it was not compared, or what declares its differences; may be empty
 */
public record ComparedRequirement(
        String id,
        int code,
        String operation,
        Optional<Judgement> old,
        Optional<Judgement> now,
        PairState state,
        List<Difference> differences,
        String why) {

    public ComparedRequirement {
        differences = List.copyOf(differences);
    }

    /** Whether the old half was seen to keep the contract here. */
    public boolean keptByTheOld() {
        return old.filter(judgement -> judgement.verdict().holds()).isPresent();
    }

    /** Whether something that the contract promises, and the old half keeps, is lost in the new one. */
    public boolean losesWhatWasKept() {
        return state == PairState.DIFFERS
                && keptByTheOld()
                && differences.stream().anyMatch(Difference::promised);
    }
}
