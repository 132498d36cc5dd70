package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.SearchPage;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A call that failed was made again at once, the very same, many times. */
final class RetryStorm implements ReactionRule {

    /** How many repetitions are many: three or five without a pause are bad manners, ten have no end in sight. */
    static final int MANY = 10;

    private record Same(
            String operation,
            Optional<String> clientId,
            long fingerprint,
            List<NamedId> ids,
            List<Bound> bounds,
            Optional<OptionalInt> maxResults,
            Optional<Long> firstResult) {

        static Same of(JournalCall call) {
            return new Same(
                    call.operation(),
                    call.clientId(),
                    call.fingerprint(),
                    call.ids(),
                    call.bounds(),
                    call.page().map(SearchPage::maxResults),
                    call.page().map(SearchPage::firstResult));
        }
    }

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var storms = new ArrayList<QuickCalls>();
        Map<Same, QuickCalls> running = new HashMap<>();
        for (var call : journal.calls()) {
            var same = Same.of(call);
            var series = running.get(same);
            if (series != null && series.goesOnWith(call)) {
                if (call.succeeded()) {
                    end(running.remove(same), storms);
                }
                continue;
            }
            end(series, storms);
            running.remove(same);
            if (!call.succeeded()) {
                running.put(same, new QuickCalls(call));
            }
        }
        running.values().forEach(series -> end(series, storms));
        return storms.stream().map(RetryStorm::reaction).toList();
    }

    private static void end(@Nullable QuickCalls series, List<QuickCalls> storms) {
        if (series != null && series.following() >= MANY) {
            storms.add(series);
        }
    }

    private static Reaction reaction(QuickCalls storm) {
        var first = storm.first();
        return CallText.reaction(
                Reaction.RETRY_STORM,
                Verdict.FAILS,
                CallText.named(first) + " failed with " + CallText.error(first) + " and was made again "
                        + CallText.times(storm.following())
                        + ", the very same call, each time within 100 ms. Wait before a call is made again, longer each"
                        + " time, and give up after a few.",
                first,
                storm.all());
    }
}
