package io.regcontract.simulator.journal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Calls that were answered and not looked at yet. Threads put them into parts of their own, so that no thread waits for
 * another, and no processor for what another one has in its cache.
 */
final class WaitingCalls {

    private static final int PARTS = 16;
    /** For a call with all that belongs to it, besides its arguments. */
    private static final int CHARACTERS_OF_A_CALL = 500;

    private static final Comparator<AnsweredCall> BY_END = Comparator.comparingLong(AnsweredCall::endedNanos);

    private final List<Part> parts = new ArrayList<>();

    WaitingCalls() {
        for (int number = 0; number < PARTS; number++) {
            parts.add(new Part());
        }
    }

    /**
     * Adds a call.
     *
     * @return how many characters the calls of this thread's part have
     */
    long add(AnsweredCall call) {
        return parts.get((int) (Thread.currentThread().getId() % PARTS)).add(call);
    }

    /** Takes all calls, in the order in which they were answered. */
    List<AnsweredCall> take() {
        var taken = new ArrayList<AnsweredCall>();
        parts.forEach(part -> part.moveTo(taken));
        taken.sort(BY_END);
        return taken;
    }

    private static final class Part {

        private final List<AnsweredCall> calls = new ArrayList<>();
        private long characters;

        synchronized long add(AnsweredCall call) {
            calls.add(call);
            characters += CHARACTERS_OF_A_CALL + call.parameters().characters();
            return characters;
        }

        synchronized void moveTo(List<AnsweredCall> others) {
            if (!calls.isEmpty()) {
                others.addAll(calls);
                calls.clear();
                characters = 0;
            }
        }
    }
}
