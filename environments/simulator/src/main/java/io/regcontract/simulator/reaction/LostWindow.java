package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.List;

/** A search behind a bound failed, was never made again, and later ones begin behind it. */
final class LostWindow implements ReactionRule {

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var lost = new ArrayList<Reaction>();
        for (var searches : Searches.in(journal)) {
            for (int place = 0; place < searches.size() - 1; place++) {
                var failed = searches.call(place);
                if (!failed.succeeded() && searches.start(place).hasBound() && searches.isLeftBehind(place)) {
                    var next = searches.call(place + 1);
                    lost.add(CallText.reaction(
                            Reaction.LOST_WINDOW,
                            Verdict.FAILS,
                            CallText.named(failed) + " for " + CallText.lowerBounds(failed) + " failed with "
                                    + CallText.error(failed) + " and was never made again, and "
                                    + CallText.named(next) + " begins behind it, at " + CallText.lowerBounds(next)
                                    + ": what lies between is lost. Move the mark only after a search has succeeded.",
                            failed,
                            List.of(failed, next)));
                }
            }
        }
        return lost;
    }
}
