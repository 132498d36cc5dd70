package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.NamedId;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A create failed, and a later call names a record that is none. It can be the call of another client: one signs people
 * in, another one looks after their records.
 */
final class IdOfNothing implements ReactionRule {

    private static final Set<String> CREATES = Set.of(
            "/entity.create", "/entity.bulkCreate", "/oauth/register_native", "/oauth/register_native_traditional");

    @Override
    public List<Reaction> judge(JournalContent journal) {
        Map<Optional<String>, JournalCall> lastFailed = new HashMap<>();
        Optional<JournalCall> lastOfAll = Optional.empty();
        Map<JournalCall, List<JournalCall>> following = new LinkedHashMap<>();
        for (var call : journal.calls()) {
            if (isFailedCreate(call)) {
                lastFailed.put(call.clientId(), call);
                lastOfAll = Optional.of(call);
            } else if (call.ids().stream().anyMatch(NamedId::isNothing) && lastOfAll.isPresent()) {
                var create = lastFailed.getOrDefault(call.clientId(), lastOfAll.get());
                following.computeIfAbsent(create, unused -> new ArrayList<>()).add(call);
            }
        }
        var reactions = new ArrayList<Reaction>();
        following.forEach((create, calls) -> reactions.add(reaction(create, calls)));
        return reactions;
    }

    private static boolean isFailedCreate(JournalCall call) {
        return CREATES.contains(call.operation())
                && (!call.succeeded() || !call.failedElements().isEmpty());
    }

    private static Reaction reaction(JournalCall create, List<JournalCall> calls) {
        var first = calls.get(0);
        var id = first.ids().stream().filter(NamedId::isNothing).findFirst().orElseThrow();
        var evidence = new ArrayList<>(List.of(create));
        evidence.addAll(calls);
        var failure = create.succeeded()
                ? " answered " + create.failedElements().get(0) + " for one of its records"
                : " failed with " + CallText.error(create);
        return CallText.reaction(
                Reaction.ID_OF_NOTHING,
                Verdict.FAILS,
                CallText.named(create) + failure + ", and then " + CallText.named(first) + " names the "
                        + id.parameter() + " \"" + id.value() + "\", which no record has"
                        + (calls.size() > 1 ? " (and " + (calls.size() - 1) + " more)" : "")
                        + ": the answer was taken for a success. Look at stat before anything else of it is used.",
                create,
                evidence);
    }
}
