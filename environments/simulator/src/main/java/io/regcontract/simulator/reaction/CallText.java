package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.Bound;
import io.regcontract.simulator.control.journal.CallFault;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.Reaction;
import io.regcontract.simulator.control.journal.Verdict;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How the sentences of verdicts speak of calls. */
final class CallText {

    private CallText() {}

    /** Such as {@code /entity.find (call 7)}. */
    static String named(JournalCall call) {
        return call.operation() + " (call " + call.sequence() + ")";
    }

    /** Such as {@code 480 api_feature_disabled} or {@code connection-dropped}: what its caller met. */
    static String error(JournalCall call) {
        return call.fault()
                .map(CallFault::name)
                .or(() -> call.failure().map(met -> met.code() + " " + met.error()))
                .orElse("success");
    }

    /** Such as {@code  for lastUpdated > 2026-03-01T12:00:00Z}; nothing for a search from the beginning. */
    static String sought(JournalCall call) {
        var start = start(call);
        return start.isEmpty() ? "" : " for " + start;
    }

    /** Where a search begins, such as {@code lastUpdated > 2026-03-01T12:00:00Z}. */
    static String start(JournalCall call) {
        var bounds = call.bounds().stream()
                .filter(Bound::isLower)
                .map(bound -> bound.attribute() + " " + bound.comparison() + " " + bound.value())
                .collect(Collectors.joining(" and "));
        long first = call.page().map(page -> page.firstResult()).orElse(0L);
        return first == 0 ? bounds : (bounds.isEmpty() ? "results" : bounds) + " from number " + first + " on";
    }

    /** Such as {@code the client shop-sync}. */
    static String client(JournalCall call) {
        return call.clientId().map(id -> "the client " + id).orElse("a caller without a client");
    }

    /** Such as {@code once} or {@code 3 times}. */
    static String times(long number) {
        return number == 1 ? "once" : number + " times";
    }

    /** A verdict on some calls. */
    static Reaction reaction(
            String rule, Verdict verdict, String sentence, JournalCall about, Stream<JournalCall> calls) {
        return new Reaction(
                rule,
                verdict,
                sentence,
                about.failure().map(met -> OptionalInt.of(met.code())).orElseGet(OptionalInt::empty),
                calls.limit(Reaction.MOST_EVIDENCE).map(Reaction.Evidence::of).toList());
    }

    /** The same. */
    static Reaction reaction(
            String rule, Verdict verdict, String sentence, JournalCall about, List<JournalCall> calls) {
        return reaction(rule, verdict, sentence, about, calls.stream());
    }
}
