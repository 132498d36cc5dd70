package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The last call of a client failed: whether it told somebody cannot be seen from its calls. */
final class NothingMoreCame implements ReactionRule {

    @Override
    public List<Reaction> judge(JournalContent journal) {
        Map<Optional<String>, JournalCall> last = new LinkedHashMap<>();
        Map<String, JournalCall> lastOfOperations = new HashMap<>();
        journal.calls().forEach(call -> {
            last.put(call.clientId(), call);
            lastOfOperations.put(call.operation(), call);
        });
        return last.values().stream()
                .filter(call -> !call.succeeded())
                // Whose call it was is not known: the same caller may have told who it is the next time.
                .filter(call -> call.clientId().isPresent() || call.equals(lastOfOperations.get(call.operation())))
                .map(NothingMoreCame::reaction)
                .toList();
    }

    private static Reaction reaction(JournalCall call) {
        return CallText.reaction(
                Reaction.NOTHING_MORE_CAME,
                Verdict.NOT_JUDGED,
                CallText.named(call) + " failed with " + CallText.error(call) + ", and nothing more came from "
                        + CallText.client(call) + ": a program that reports the error stops just so, and so does one"
                        + " that takes it for the end of the data. Compare what it told with what is there, and run it"
                        + " again after the drill is undone.",
                call,
                List.of(call));
    }
}
