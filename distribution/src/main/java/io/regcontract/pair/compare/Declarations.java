package io.regcontract.pair.compare;

import io.regcontract.report.judge.Judgement;
import java.util.List;
import java.util.Optional;

/** Whether the profile of the new half declares that its answer differs. */
final class Declarations {

    private Declarations() {}

    /** What declares all of the differences; empty where one of them is declared by nothing. */
    static Optional<String> of(List<Difference> differences, Judgement judgement) {
        return Optional.empty();
    }
}
