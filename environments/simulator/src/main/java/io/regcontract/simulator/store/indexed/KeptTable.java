package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.Table;
import io.regcontract.simulator.store.backend.TableKey;
import java.util.Map;
import java.util.Optional;

/** A table as the store that keeps it sees it. */
public interface KeptTable<V> extends Table<V> {

    /**
     * What is at a place.
     *
     * @param isText whether it is a text that is kept as it is
     * @param mark changes with every write; empty for a table that need not know when its values are written
     */
    record Present(Optional<Object> value, boolean isText, Optional<Object> mark) {}

    /** What is at a place now. */
    default Present present(TableKey place) {
        return new Present(get(place.key()).map(Object.class::cast), false, Optional.empty());
    }

    /** The backend has what was at some places when they had these marks. */
    default void written(Map<TableKey, Object> marks) {}

    /** Brings a value to what was kept of it, without a note. */
    void restore(String key, Optional<V> value);

    /** The table was dropped: what is still written to it is not kept. */
    void detach();

    /** The table was not dropped after all. */
    void attach();
}
