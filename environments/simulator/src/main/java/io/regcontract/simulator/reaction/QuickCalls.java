package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls that follow each other without a pause: each begins within 100 milliseconds after the end of the one before. */
final class QuickCalls {

    static final Duration PAUSE = Duration.ofMillis(100);

    private final List<JournalCall> calls = new ArrayList<>();

    /** @param first the call that the others come after */
    QuickCalls(JournalCall first) {
        calls.add(first);
    }

    /**
     * Adds a call if it follows without a pause. One that began before the first was answered is no consequence of it:
     * it is passed over.
     *
     * @return whether the series goes on
     */
    boolean goesOnWith(JournalCall call) {
        if (call.begunNanos() - calls.get(0).endedNanos() < 0) {
            return true;
        }
        if (call.after(calls.get(calls.size() - 1)).compareTo(PAUSE) > 0) {
            return false;
        }
        calls.add(call);
        return true;
    }

    JournalCall first() {
        return calls.get(0);
    }

    /** The first call, and those that followed. */
    List<JournalCall> all() {
        return List.copyOf(calls);
    }

    /** How many calls followed the first, with those that were only counted. */
    long following() {
        return calls.size()
                - 1
                + calls.stream().mapToLong(JournalCall::repeated).sum();
    }
}
