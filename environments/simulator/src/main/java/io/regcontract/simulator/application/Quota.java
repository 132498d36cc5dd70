package io.regcontract.simulator.application;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** How often an application may be called: so many calls within any span of so many seconds. Refused calls do not count. */
public final class Quota {

    /**
     * At most so many calls.
     *
     * @param perSeconds length of the span
     */
    public record Limit(int calls, int perSeconds) {}

    private final Deque<Instant> accepted = new ArrayDeque<>();
    private Optional<Limit> limit = Optional.empty();

    /** Sets the limit, or none; calls made before do not count any more. */
    public synchronized void limit(Optional<Limit> other) {
        limit = other;
        accepted.clear();
    }

    public synchronized Optional<Limit> limit() {
        return limit;
    }

    /** Counts a call in, unless the limit is reached. */
    public synchronized boolean admits(Instant now) {
        if (limit.isEmpty()) {
            return true;
        }
        var begin = now.minus(Duration.ofSeconds(limit.get().perSeconds()));
        while (!accepted.isEmpty() && !accepted.peekFirst().isAfter(begin)) {
            accepted.removeFirst();
        }
        if (accepted.size() >= limit.get().calls()) {
            return false;
        }
        accepted.addLast(now);
        return true;
    }
}
