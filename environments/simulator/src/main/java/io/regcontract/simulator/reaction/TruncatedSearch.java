package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.SearchPage;
import io.regcontract.simulator.control.journal.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A search without {@code max_results} came back full, its next page was never asked for, and later searches begin
 * behind it. A search that is sorted by {@code lastUpdated} may go on from its last result instead.
 */
final class TruncatedSearch implements ReactionRule {

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var truncated = new ArrayList<Reaction>();
        for (var searches : Searches.in(journal)) {
            for (int place = 0; place < searches.size() - 1; place++) {
                var full = searches.call(place);
                var next = searches.call(place + 1);
                if (cameBackFull(full)
                        && searches.start(place).lastUpdated().isPresent()
                        && searches.isLeftBehind(place)
                        && !hasNextPage(searches, place)
                        && !goesOnFromItsLastResult(full, next)) {
                    truncated.add(CallText.reaction(
                            Reaction.TRUNCATED_SEARCH,
                            Verdict.FAILS,
                            CallText.named(full) + " for " + CallText.start(full) + " had no max_results and came"
                                    + " back with " + SearchPage.DEFAULT_SIZE + " results, as many as come by default;"
                                    + " its next page was never asked for, and " + CallText.named(next)
                                    + " begins behind it, at " + CallText.start(next)
                                    + ": the results after these are lost. Ask with first_result until a page is not"
                                    + " full.",
                            full,
                            List.of(full, next)));
                }
            }
        }
        return truncated;
    }

    private static boolean cameBackFull(JournalCall call) {
        return call.succeeded()
                && call.page()
                        .filter(page -> page.maxResults().isEmpty() && page.isFull())
                        .isPresent();
    }

    private static boolean hasNextPage(Searches searches, int place) {
        for (int later = place + 1; later < searches.size(); later++) {
            if (searches.start(later).hasSameTime(searches.start(place))) {
                return true;
            }
        }
        return false;
    }

    private static boolean goesOnFromItsLastResult(JournalCall full, JournalCall next) {
        var bound = SearchStart.of(next).lastUpdated().map(Bound::value).map(Instant::parse);
        return bound.isPresent()
                && full.page()
                        .flatMap(SearchPage::reached)
                        .filter(last -> !bound.get().isAfter(last))
                        .isPresent();
    }
}
