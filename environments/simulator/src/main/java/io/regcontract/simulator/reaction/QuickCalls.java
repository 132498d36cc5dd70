package io.regcontract.simulator.reaction;

import io.regcontract.simulator.control.journal.JournalCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Calls that follow each other with too short a pause. */
final class QuickCalls {

    /** What begins that soon after the end of the call before comes without a pause. */
    static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration pause;
    private boolean isWithoutPause = true;

    private final List<JournalCall> calls = new ArrayList<>();

    /**
     * A series of one call.
     *
     * @param first the call that the others come after
     * @param pause how soon after the end of the one before each of them begins at the latest
     */
    QuickCalls(JournalCall first, Duration pause) {
        calls.add(first);
        this.pause = pause;
    }

    /**
     * Adds a call if it follows soon. One that began before the first was answered is no consequence of it: it is
     * passed over.
     *
     * @param counts whether it is one of those that are counted
     * @return whether the series goes on
     */
    boolean goesOnWith(JournalCall call, boolean counts) {
        if (call.begunNanos() - calls.get(0).endedNanos() < 0) {
            return true;
        }
        var after = call.after(calls.get(calls.size() - 1));
        if (after.compareTo(pause) > 0) {
            return false;
        }
        if (counts) {
            isWithoutPause &= after.compareTo(PAUSE) <= 0;
            calls.add(call);
        }
        return true;
    }

    /** Whether each came within 100 milliseconds. */
    boolean isWithoutPause() {
        return isWithoutPause;
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
