package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.List;
import java.util.Optional;

/** The reactions that the simulator saw. */
final class ReactionFindings {

    private ReactionFindings() {}

    static List<DrillFinding> of(List<Reaction> reactions) {
        return reactions.stream().map(ReactionFindings::finding).toList();
    }

    private static DrillFinding finding(Reaction reaction) {
        return new DrillFinding(
                reaction.rule(),
                level(reaction.verdict()),
                reaction.code(),
                reaction.calls().stream()
                        .map(Reaction.Evidence::operation)
                        .distinct()
                        .toList(),
                reaction.sentence(),
                reaction.calls().stream().map(ReactionFindings::shown).toList(),
                Optional.empty());
    }

    private static Level level(Verdict verdict) {
        return switch (verdict) {
            case FAILS -> Level.FAILS;
            case WARNS -> Level.WARNS;
            case NOT_JUDGED -> Level.NOT_JUDGED;
        };
    }

    private static String shown(Reaction.Evidence call) {
        return call.time() + " " + call.operation() + " "
                + (call.code().isPresent() ? call.code().getAsInt() : "ok") + " (call " + call.sequence() + ")";
    }
}
