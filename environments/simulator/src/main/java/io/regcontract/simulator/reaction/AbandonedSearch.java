package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** A search failed for a cause that passes and was never made again, and the client went on with something else. */
final class AbandonedSearch implements ReactionRule {

    private record Group(String operation, Optional<String> clientId, String error) {}

    private record Abandoned(JournalCall search, JournalCall next) {}

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var callsOfClients = new HashMap<Optional<String>, NavigableMap<Long, JournalCall>>();
        journal.calls().forEach(call -> callsOfClients
                .computeIfAbsent(call.clientId(), unused -> new TreeMap<>())
                .put(call.sequence(), call));
        Map<Group, List<Abandoned>> groups = new LinkedHashMap<>();
        for (var searches : Searches.in(journal)) {
            for (int place = 0; place < searches.size(); place++) {
                var search = searches.call(place);
                if (!search.succeeded()
                        && Failures.passes(search)
                        && !searches.isMadeAgain(place)
                        && !LostWindow.isLost(searches, place, journal)) {
                    next(search, callsOfClients.get(search.clientId()))
                            .filter(next -> !Failures.wasAnsweredBefore(next, search))
                            .ifPresent(next -> groups.computeIfAbsent(
                                            new Group(search.operation(), search.clientId(), CallText.error(search)),
                                            unused -> new ArrayList<>())
                                    .add(new Abandoned(search, next)));
                }
            }
        }
        return groups.values().stream().map(AbandonedSearch::reaction).toList();
    }

    /** The first call of the client that can be a consequence. */
    private static Optional<JournalCall> next(JournalCall search, NavigableMap<Long, JournalCall> calls) {
        return calls.tailMap(search.sequence(), false).values().stream()
                .filter(call -> !call.after(search).isNegative())
                .findFirst();
    }

    private static Reaction reaction(List<Abandoned> group) {
        var first = group.get(0).search();
        var next = group.get(0).next();
        boolean isOne = group.size() == 1;
        return CallText.reaction(
                Reaction.ABANDONED_SEARCH,
                Verdict.WARNS,
                (isOne
                                ? CallText.named(first) + CallText.sought(first)
                                : group.size() + " different searches at " + first.operation())
                        + " failed with " + CallText.error(first) + " and " + (isOne ? "was" : "were")
                        + " never made again, though " + CallText.client(first) + " went on"
                        + (isOne ? ", with " + CallText.named(next) : "")
                        + ": whatever " + (isOne ? "it was" : "they were") + " to find is missing from what came of it."
                        + " Make a search that failed again, or tell that the result is not whole.",
                first,
                isOne
                        ? List.of(first, next)
                        : group.stream().map(Abandoned::search).toList());
    }
}
