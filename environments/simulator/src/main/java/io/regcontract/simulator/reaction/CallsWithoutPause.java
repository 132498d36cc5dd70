package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A client went on calling without a pause after an error that concerns all of its calls. */
final class CallsWithoutPause implements ReactionRule {

    private final String name;
    private final int code;
    private final int many;
    private final String advice;

    private CallsWithoutPause(String name, int code, int many, String advice) {
        this.name = name;
        this.code = code;
        this.many = many;
        this.advice = advice;
    }

    /** Five calls or more after 510. */
    static CallsWithoutPause afterLimit() {
        return new CallsWithoutPause(
                Reaction.CALLS_AFTER_LIMIT,
                510,
                5,
                "The limit is for all calls of the application: let all of them wait.");
    }

    /** Three calls or more after 402. */
    static CallsWithoutPause afterRefusedClient() {
        return new CallsWithoutPause(
                Reaction.CALLS_AFTER_REFUSED_CLIENT,
                402,
                3,
                "The client is unknown or its secret is wrong, and no other call will do better: stop, and tell"
                        + " somebody.");
    }

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var found = new ArrayList<QuickCalls>();
        Map<Optional<String>, QuickCalls> running = new HashMap<>();
        for (var call : journal.calls()) {
            var client = call.clientId();
            var series = running.get(client);
            if (call.succeeded()) {
                // The error has passed.
                end(running.remove(client), found);
            } else if (series == null || !series.goesOnWith(call, true)) {
                end(running.remove(client), found);
                if (call.met(code)) {
                    running.put(client, new QuickCalls(call, QuickCalls.PAUSE));
                }
            }
        }
        running.values().forEach(series -> end(series, found));
        return found.stream().map(this::reaction).toList();
    }

    private void end(@Nullable QuickCalls series, List<QuickCalls> found) {
        if (series != null && series.following() >= many) {
            found.add(series);
        }
    }

    private Reaction reaction(QuickCalls series) {
        JournalCall first = series.first();
        return CallText.reaction(
                name,
                Verdict.WARNS,
                CallText.named(first) + " failed with " + CallText.error(first) + ", and " + CallText.client(first)
                        + " went on with " + series.following() + " calls that failed, each within 100 ms after the one"
                        + " before. " + advice,
                first,
                series.all());
    }
}
