package io.regcontract.simulator.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts log-ins to each account, good and bad alike. A refused attempt does not count, so that who waits gets in again.
 */
public final class LogInAttempts {

    private final Map<String, Deque<Instant>> attempts = new HashMap<>();

    /**
     * Counts an attempt in, unless there were too many.
     *
     * @param most how many attempts are fine within the span
     */
    public synchronized boolean admits(String account, long most, Duration span, Instant now) {
        var recent = attempts.computeIfAbsent(account, unused -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().isAfter(now.minus(span))) {
            recent.removeFirst();
        }
        if (recent.size() >= most) {
            return false;
        }
        recent.addLast(now);
        return true;
    }
}
