package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import java.util.List;

/** One way to go wrong after an error. */
@FunctionalInterface
interface ReactionRule {

    /** Every case of it in a journal, in the order of their first calls. */
    List<Reaction> judge(JournalContent journal);
}
