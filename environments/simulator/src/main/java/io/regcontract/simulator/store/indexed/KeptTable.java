package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.Table;
import java.util.Optional;

/** A table as the store that keeps it sees it. */
public interface KeptTable<V> extends Table<V> {

    /** Brings a value to what was kept of it, without a note. */
    void restore(String key, Optional<V> value);

    /** The table was dropped: what is still written to it is not kept. */
    void detach();

    /** The table was not dropped after all. */
    void attach();
}
