package io.regcontract.traffic;

import java.time.Instant;
import java.util.Optional;

/** From the first to the last of some times. Not thread-safe. */
public final class TimeSpan {

    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();

    /** Adds a time. */
    public void add(Instant at) {
        first = first.filter(known -> !known.isAfter(at)).or(() -> Optional.of(at));
        last = last.filter(known -> !known.isBefore(at)).or(() -> Optional.of(at));
    }

    /** The earliest; empty where none was added. */
    public Optional<Instant> first() {
        return first;
    }

    /** The latest. */
    public Optional<Instant> last() {
        return last;
    }
}
