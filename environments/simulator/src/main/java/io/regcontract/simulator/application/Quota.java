package io.regcontract.simulator.application;

import io.regcontract.simulator.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Limits how often an application may be called within a sliding window. Refused calls do not count. */
public final class Quota {

    /**
     * A limit.
     *
     * @param calls how many are taken within any window
     * @param perSeconds length of the window, in seconds
     */
    public record Limit(int calls, int perSeconds) {}

    /** A call that counts, and the key that it is kept under. */
    private record Counted(String key, Instant time) {}

    private final Table<Instant> table;
    private final Deque<Counted> accepted = new ArrayDeque<>();
    private Optional<Limit> limit;

    /** @param table the calls that count, by the order in which they came */
    Quota(Table<Instant> table, Optional<Limit> limit) {
        this.table = table;
        this.limit = limit;
        table.keys().forEach(key -> table.get(key).ifPresent(time -> accepted.addLast(new Counted(key, time))));
    }

    /** Sets the limit, or none; calls made before do not count any more. */
    synchronized void limit(Optional<Limit> other) {
        limit = other;
        while (!accepted.isEmpty()) {
            forgetOldest();
        }
    }

    /** Sets the limit, or none; calls made before count on. */
    synchronized void limitFurther(Optional<Limit> other) {
        limit = other;
    }

    /** The limit; empty when calls are unlimited. */
    public synchronized Optional<Limit> limit() {
        return limit;
    }

    /** Counts a call in, unless the limit is reached. */
    public synchronized boolean admits(Instant now) {
        if (limit.isEmpty()) {
            return true;
        }
        var begin = now.minus(Duration.ofSeconds(limit.get().perSeconds()));
        while (!accepted.isEmpty() && !accepted.getFirst().time().isAfter(begin)) {
            forgetOldest();
        }
        if (accepted.size() >= limit.get().calls()) {
            return false;
        }
        long number = accepted.isEmpty() ? 0 : Long.parseLong(accepted.getLast().key()) + 1;
        var counted = new Counted("%019d".formatted(number), now);
        accepted.addLast(counted);
        table.put(counted.key(), now);
        return true;
    }

    private void forgetOldest() {
        table.remove(accepted.removeFirst().key());
    }
}
