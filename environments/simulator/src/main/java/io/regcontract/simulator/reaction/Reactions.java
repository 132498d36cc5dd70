package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import java.util.List;

/** All rules. */
public final class Reactions {

    private static final List<ReactionRule> RULES = List.of();

    private Reactions() {}

    /** What callers did after the errors of a journal. */
    public static List<Reaction> to(JournalContent journal) {
        return RULES.stream().flatMap(rule -> rule.judge(journal).stream()).toList();
    }
}
