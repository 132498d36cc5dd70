package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.CallFailure;
import io.regcontract.simulator.control.journal.JournalCall;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What is known of failures: whether they pass, and whether an answer that was held back may have come after all. */
final class Failures {

    private static final Set<Integer> PASSING = Set.of(300, 480, 500, 504, 510);
    private static final String HELD = "answer-held";
    private static final Duration LONGEST_HELD = Duration.ofMinutes(1);

    private Failures() {}

    /** Whether the same call can do better later: the service failed for now, or was not reached. */
    static boolean passes(JournalCall call) {
        return call.failure()
                .map(CallFailure::code)
                .map(PASSING::contains)
                .orElse(call.fault().isPresent());
    }

    /** Whether an answer that was held back had come before another call began. */
    static boolean wasAnsweredBefore(JournalCall next, JournalCall call) {
        return isHeld(call) && next.after(call).compareTo(LONGEST_HELD) >= 0;
    }

    /**
     * Whether an answer that was held back may have come before another call began, as the drill was undone in
     * between. A drill that ends with its last call lets no answer go.
     */
    static boolean mayBeAnsweredBefore(JournalCall next, JournalCall call, JournalContent journal) {
        return isHeld(call)
                && journal.marks().stream()
                        .filter(mark -> mark.kind() == JournalMark.Kind.UNDONE
                                && mark.sequence() > call.sequence()
                                && mark.sequence() < next.sequence())
                        .map(JournalMark::drill)
                        .flatMap(Optional::stream)
                        .map(ActiveDrill::id)
                        .anyMatch(id -> call.drills().stream()
                                .anyMatch(drill -> drill.id().equals(id)));
    }

    private static boolean isHeld(JournalCall call) {
        return call.failure().isEmpty()
                && call.fault().filter(fault -> fault.name().equals(HELD)).isPresent();
    }
}
