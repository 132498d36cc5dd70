package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A search behind a bound, or a page, failed, was never made again, and later ones begin behind it. */
final class LostWindow implements ReactionRule {

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var lost = new ArrayList<Reaction>();
        for (var searches : Searches.in(journal)) {
            for (int place = 0; place < searches.size() - 1; place++) {
                if (isLost(searches, place, journal)) {
                    var failed = searches.call(place);
                    var next = searches.call(place + 1);
                    lost.add(CallText.reaction(
                            Reaction.LOST_WINDOW,
                            Verdict.FAILS,
                            CallText.named(failed) + CallText.sought(failed) + " failed with "
                                    + CallText.error(failed) + " and was never made again, and "
                                    + CallText.named(next) + " begins behind it, at " + CallText.start(next)
                                    + ": what lies between is lost. Move the mark only after a search has succeeded.",
                            failed,
                            List.of(failed, next)));
                }
            }
        }
        return lost;
    }

    /** Whether what a search was to find lies before all later searches of its task. */
    static boolean isLost(Searches searches, int place, JournalContent journal) {
        var failed = searches.call(place);
        if (failed.succeeded() || !searches.isLeftBehind(place)) {
            return false;
        }
        var next = searches.call(place + 1);
        return searches.isPartOfATask(place)
                && !Failures.wasAnsweredBefore(next, failed)
                && !Failures.mayBeAnsweredBefore(next, failed, journal);
    }
}
