package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.NamedId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Searches that are alike, in the order in which they were answered: the pages and runs of one task. */
final class Searches {

    private final List<JournalCall> calls = new ArrayList<>();
    private final List<SearchStart> starts = new ArrayList<>();
    /** For each search the earliest start of those that come after it. */
    private final List<Optional<SearchStart>> earliestAfter = new ArrayList<>();

    private record Task(String operation, Optional<String> clientId, long fingerprint, List<NamedId> ids) {}

    private Searches() {}

    /** The searches of a journal, task by task. */
    static List<Searches> in(JournalContent journal) {
        Map<Task, Searches> tasks = new LinkedHashMap<>();
        for (var call : journal.calls()) {
            if (call.page().isPresent()) {
                tasks.computeIfAbsent(
                                new Task(call.operation(), call.clientId(), call.fingerprint(), call.ids()),
                                unused -> new Searches())
                        .add(call);
            }
        }
        tasks.values().forEach(Searches::lookBack);
        return List.copyOf(tasks.values());
    }

    int size() {
        return calls.size();
    }

    JournalCall call(int place) {
        return calls.get(place);
    }

    SearchStart start(int place) {
        return starts.get(place);
    }

    /** Whether there are later searches, and each of them begins behind this one. */
    boolean isLeftBehind(int place) {
        return earliestAfter
                .get(place)
                .filter(next -> next.isBehind(start(place)))
                .isPresent();
    }

    /** Whether a later search begins there or before. */
    boolean isMadeAgain(int place) {
        return earliestAfter
                .get(place)
                .filter(next -> !next.isBehind(start(place)))
                .isPresent();
    }

    /** Whether the next search goes on with what this one has begun, and is not one from the beginning and another. */
    boolean isPartOfATask(int place) {
        return start(place).isLater() || start(place + 1).hasSameBounds(start(place));
    }

    private void add(JournalCall call) {
        calls.add(call);
        starts.add(SearchStart.of(call));
        earliestAfter.add(Optional.empty());
    }

    private void lookBack() {
        Optional<SearchStart> earliest = Optional.empty();
        for (int place = calls.size() - 1; place >= 0; place--) {
            earliestAfter.set(place, earliest);
            var start = start(place);
            earliest = earliest.filter(later -> !later.isBehind(start)).or(() -> Optional.of(start));
        }
    }
}
