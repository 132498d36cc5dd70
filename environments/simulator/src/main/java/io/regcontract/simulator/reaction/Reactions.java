package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import java.util.Comparator;
import java.util.List;

/** All rules. */
public final class Reactions {

    private static final List<ReactionRule> RULES = List.of(
            new LostWindow(),
            new AbandonedSearch(),
            new TruncatedSearch(),
            new IdOfNothing(),
            SameCallAgain.storm(),
            SameCallAgain.signIn(),
            new UnrepeatedWrite(),
            CallsWithoutPause.afterLimit(),
            SameCallAgain.afterLimit(),
            CallsWithoutPause.afterRefusedClient(),
            new NothingMoreCame());

    private Reactions() {}

    /** What callers did after the errors of a journal: what fails, what warns, what is not judged. */
    public static List<Reaction> to(JournalContent journal) {
        return RULES.stream()
                .flatMap(rule -> rule.judge(journal).stream())
                .sorted(Comparator.comparing(Reaction::verdict))
                .toList();
    }
}
