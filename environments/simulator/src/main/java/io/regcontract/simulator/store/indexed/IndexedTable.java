package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.Table;
import java.util.Map;

/** A table with indexes, which change in one step with the values. */
public interface IndexedTable<V> extends Table<V> {

    /**
     * Keeps these indexes, and no others, from now on. Those that are new, or have another version, are made from the
     * values that are there.
     */
    void keepIndexes(Map<String, IndexRule<V>> rules);

    /** What is in the table now. */
    TableView<V> view();
}
