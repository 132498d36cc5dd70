package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.backend.TableKey;
import java.util.List;

/** Where a table notes what the calling thread changes in it. */
@FunctionalInterface
public interface Changes {

    /**
     * Something was written or removed.
     *
     * @param places where, in the backend
     * @param undo takes it back
     */
    void wrote(List<TableKey> places, Runnable undo);
}
