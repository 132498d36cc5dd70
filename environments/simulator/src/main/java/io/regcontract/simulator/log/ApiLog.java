package io.regcontract.simulator.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Remembers failed calls under their request tokens, as the people behind a service would look them up. */
public final class ApiLog {

    /** How many failures are remembered; the oldest make way. */
    public static final int CAPACITY = 100_000;

    // Every failing call adds to it, and hardly anyone looks one up: a map of tokens costs each of them memory that no
    // processor has at hand.
    private final List<LogEntry> entries = new ArrayList<>();
    /** Where the next entry goes. */
    private int next;

    /** Adds a failed call; the oldest entry goes when there are too many. */
    public synchronized void add(LogEntry entry) {
        if (next == entries.size()) {
            entries.add(entry);
        } else {
            entries.set(next, entry);
        }
        next = (next + 1) % CAPACITY;
    }

    /** The failed call that was answered with the request token. */
    public synchronized Optional<LogEntry> find(String requestToken) {
        for (int age = 1; age <= entries.size(); age++) {
            var entry = entries.get(Math.floorMod(next - age, entries.size()));
            if (entry.requestToken().equals(requestToken)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    /** Removes all entries. */
    public synchronized void clear() {
        entries.clear();
        next = 0;
    }
}
