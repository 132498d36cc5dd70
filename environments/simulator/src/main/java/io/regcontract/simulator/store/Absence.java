package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.TableKey;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What is to be done when a backend that cannot be reached is there again, and when to try. */
final class Absence {

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Set<TableKey> places = new HashSet<>();
    private final AtomicLong lastTry = new AtomicLong();
    private volatile Optional<String> reason = Optional.empty();

    /** Places whose values in memory may not be those of the backend. */
    Set<TableKey> places() {
        return places;
    }

    /** Notes places that are to be read anew. */
    void add(Set<TableKey> more) {
        places.addAll(more);
    }

    void begin(String why) {
        reason = Optional.of(why);
        lastTry.set(System.nanoTime());
    }

    void end() {
        places.clear();
        reason = Optional.empty();
    }

    /** Why nothing can be done, a sentence without its full stop; empty when the backend is there. */
    Optional<String> reason() {
        return reason;
    }

    /** Whether the calling thread is to try to reach the backend again: one at a time, and not too often. */
    boolean isDueForATry() {
        if (reason.isEmpty()) {
            return false;
        }
        long last = lastTry.get();
        long now = System.nanoTime();
        return now - last >= BETWEEN_TRIES.toNanos() && lastTry.compareAndSet(last, now);
    }
}
