package io.regcontract.pair.compare;

import io.regcontract.report.judge.Judgement;
import io.regcontract.report.policy.Waiver;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Whether the profile of the new half declares that its answer differs. A deviation is about a check; the gate holds it only
 * where that check fails with the value that is declared, and has said of the judgement which deviations tolerate all of it.
 */
final class Declarations {

    private Declarations() {}

    /** What declares all that differs of what is promised, with its reasons; empty where something is declared by nothing. */
    static Optional<String> of(List<Difference> differences, Judgement judgement) {
        var deviations = judgement.waivers().stream().filter(Waiver::deviation).toList();
        var promised = differences.stream().filter(Difference::promised).toList();
        boolean all = !promised.isEmpty()
                && promised.stream().allMatch(difference -> deviations.stream()
                        .anyMatch(deviation -> AnswerPart.of(deviation.check()).holds(difference.about())));
        return all
                ? Optional.of(deviations.stream()
                        .map(deviation -> deviation.id() + " (" + deviation.reason() + ")")
                        .collect(Collectors.joining(", ")))
                : Optional.empty();
    }
}
