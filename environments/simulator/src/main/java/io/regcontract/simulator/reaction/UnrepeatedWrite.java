package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A write failed for a cause that passes, the cause passed, the client went on, and the write never succeeded. */
final class UnrepeatedWrite implements ReactionRule {

    private record Write(String operation, Optional<String> clientId, long fingerprint, List<NamedId> ids) {

        static Write of(JournalCall call) {
            return new Write(call.operation(), call.clientId(), call.fingerprint(), call.ids());
        }
    }

    private record Group(String operation, Optional<String> clientId, String error) {}

    @Override
    public List<Reaction> judge(JournalContent journal) {
        var successes = new HashMap<String, Long>();
        var lastCall = new HashMap<Optional<String>, Long>();
        Map<Write, JournalCall> failed = new LinkedHashMap<>();
        for (var call : journal.calls()) {
            lastCall.put(call.clientId(), call.sequence());
            if (call.performed()) {
                successes.put(call.operation(), call.sequence());
                failed.remove(Write.of(call));
            } else if (call.writes() && Failures.passes(call)) {
                failed.put(Write.of(call), call);
            }
        }
        Map<Group, List<JournalCall>> groups = new LinkedHashMap<>();
        failed.forEach((write, call) -> {
            long passed = passed(call, journal, successes);
            if (lastCall.get(call.clientId()) > passed) {
                groups.computeIfAbsent(
                                new Group(call.operation(), call.clientId(), CallText.error(call)),
                                unused -> new ArrayList<>())
                        .add(call);
            }
        });
        return groups.values().stream().map(UnrepeatedWrite::reaction).toList();
    }

    /** When the cause was known to have passed: the number of the entry that shows it. */
    private static long passed(JournalCall call, JournalContent journal, Map<String, Long> successes) {
        if (!call.drills().isEmpty()) {
            return journal.marks().stream()
                    .filter(mark -> mark.kind() == JournalMark.Kind.UNDONE
                            && mark.sequence() > call.sequence()
                            && mark.drill().map(ActiveDrill::id).stream().anyMatch(id -> call.drills().stream()
                                    .anyMatch(drill -> drill.id().equals(id))))
                    .mapToLong(JournalMark::sequence)
                    .max()
                    .orElse(Long.MAX_VALUE);
        }
        // A success that shows it is itself a call that came after.
        return Optional.ofNullable(successes.get(call.operation()))
                .filter(success -> success > call.sequence())
                .map(success -> success - 1)
                .orElse(Long.MAX_VALUE);
    }

    private static Reaction reaction(List<JournalCall> calls) {
        var first = calls.get(0);
        boolean isOne = calls.size() == 1;
        return CallText.reaction(
                Reaction.UNREPEATED_WRITE,
                Verdict.WARNS,
                (isOne
                                ? CallText.named(first) + " failed with "
                                : calls.size() + " different calls of " + first.operation() + " failed with ")
                        + CallText.error(first) + ", which passes, and "
                        + (isOne ? "was" : "were")
                        + " not made again with success, though " + CallText.client(first)
                        + " went on after it had passed. Unless somebody works off a list of them, what "
                        + (isOne ? "it was" : "they were") + " to write is lost.",
                first,
                calls);
    }
}
