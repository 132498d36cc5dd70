package io.regcontract.simulator.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers failed calls under their request tokens, as the people behind a service would look them up. */
public final class ApiLog {

    /** How many failures are remembered; the oldest make way. */
    public static final int CAPACITY = 100_000;

    private final Map<String, LogEntry> entries = new LinkedHashMap<>();

    /** Adds a failed call; the oldest entries go when there are too many. */
    public synchronized void add(LogEntry entry) {
        entries.put(entry.requestToken(), entry);
        if (entries.size() > CAPACITY) {
            var oldest = entries.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** The failed call that was answered with the request token. */
    public synchronized Optional<LogEntry> find(String requestToken) {
        return Optional.ofNullable(entries.get(requestToken));
    }

    /** Removes all entries. */
    public synchronized void clear() {
        entries.clear();
    }
}
