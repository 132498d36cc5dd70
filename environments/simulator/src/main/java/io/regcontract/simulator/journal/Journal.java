package io.regcontract.simulator.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Remembers the latest calls of all applications. */
public final class Journal {

    /** How many calls are remembered; the oldest make way. */
    public static final int CAPACITY = 100_000;

    private final Deque<JournalCall> calls = new ArrayDeque<>();

    /** Adds a call that has been answered. */
    public synchronized void add(JournalCall call) {
        if (calls.size() == CAPACITY) {
            calls.removeFirst();
        }
        calls.addLast(call);
    }

    /** The calls of an application, the oldest first. */
    public synchronized List<JournalCall> of(String application) {
        return calls.stream()
                .filter(call -> call.application().equals(application))
                .toList();
    }

    /** Forgets the calls of an application. */
    public synchronized void forget(String application) {
        calls.removeIf(call -> call.application().equals(application));
    }

    /** Forgets all calls. */
    public synchronized void clear() {
        calls.clear();
    }
}
