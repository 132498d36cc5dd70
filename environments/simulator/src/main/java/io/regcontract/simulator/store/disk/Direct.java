package io.regcontract.simulator.store.disk;

import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.backend.OrderedTables;
import java.util.function.Consumer;

/** Writes to a backend at once, past the pieces of work: what can be made anew, and what is loaded. */
@FunctionalInterface
public interface Direct {

    /**
     * Performs a step while no one else writes.
     *
     * @throws StorageException when it cannot be written
     */
    void write(Consumer<OrderedTables> step);
}
