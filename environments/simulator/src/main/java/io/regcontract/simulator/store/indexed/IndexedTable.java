package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.Table;
import java.util.Map;
import java.util.Optional;

/** A table with indexes, which change in one step with the values. */
public interface IndexedTable<V> extends Table<V> {

    /**
     * Keeps these indexes, and no others, from now on. Those that are new, or have another version, are made from the
     * values that are there.
     */
    void keepIndexes(Map<String, IndexRule<V>> rules);

    /** Adds many values in a way of its own; empty when they are best added one by one. */
    default Optional<TableLoad<V>> load() {
        return Optional.empty();
    }

    /** What is in the table now. */
    TableView<V> view();
}
