package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The reactions that the simulator saw. */
final class ReactionFindings {

    /** A call in a sentence of the simulator, by its number in the journal. */
    private static final Pattern CALL = Pattern.compile("\\(call ([0-9]{1,18})\\)");

    private ReactionFindings() {}

    /** In the order in which they began. */
    static List<DrillFinding> of(Trial trial) {
        return trial.reactions().stream()
                .sorted(Comparator.comparingLong(ReactionFindings::beginning))
                .map(reaction -> finding(reaction, trial.journal()))
                .toList();
    }

    private static long beginning(Reaction reaction) {
        return reaction.calls().stream()
                .mapToLong(Reaction.Evidence::sequence)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private static DrillFinding finding(Reaction reaction, JournalContent journal) {
        return new DrillFinding(
                reaction.rule(),
                level(reaction.verdict()),
                reaction.code(),
                reaction.calls().stream()
                        .map(Reaction.Evidence::operation)
                        .distinct()
                        .toList(),
                CALL.matcher(reaction.sentence())
                        .replaceAll(call -> "(call " + number(Long.parseLong(call.group(1)), journal) + ")"),
                reaction.calls().stream().map(call -> shown(call, journal)).toList(),
                Optional.empty());
    }

    private static Level level(Verdict verdict) {
        return switch (verdict) {
            case FAILS -> Level.FAILS;
            case WARNS -> Level.WARNS;
            case NOT_JUDGED -> Level.NOT_JUDGED;
        };
    }

    private static String shown(Reaction.Evidence call, JournalContent journal) {
        return call.time() + " " + call.operation() + " " + ended(call, journal) + " (call "
                + number(call.sequence(), journal) + ")";
    }

    private static String ended(Reaction.Evidence evidence, JournalContent journal) {
        if (evidence.code().isPresent()) {
            return String.valueOf(evidence.code().getAsInt());
        }
        return journal.calls().stream()
                        .anyMatch(call -> call.sequence() == evidence.sequence()
                                && call.fault().isPresent())
                ? "without an answer"
                : "ok";
    }

    /** The how-manieth call it is: marks of the journal, which share its numbers, are none. */
    private static long number(long sequence, JournalContent journal) {
        return 1
                + journal.forgotten()
                + journal.calls().stream()
                        .filter(call -> call.sequence() < sequence)
                        .mapToLong(call -> 1 + call.repeated())
                        .sum();
    }
}
