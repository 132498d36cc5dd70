package io.regcontract.simulator.store.disk;

import java.util.Optional;

/**
 * Something that was written and is not in the backend yet. Two that look alike are two: each stands for the write that
 * made it.
 */
final class Mark<T> {

    private final Optional<T> value;

    /** @param value empty for what was removed */
    Mark(Optional<T> value) {
        this.value = value;
    }

    Optional<T> value() {
        return value;
    }
}
