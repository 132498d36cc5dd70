package io.regcontract.simulator.store;

import io.regcontract.simulator.store.indexed.IndexedTable;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** State that ends with the process. */
public final class MemoryStore implements Store {

    private final Tables tables = new Tables(false);

    @Override
    public <V> Table<V> table(String name, Class<V> type) {
        return tables.table(name, type, false, unused -> new ConcurrentSkipListMap<>());
    }

    @Override
    public <V> Table<V> lasting(String name, Class<V> type) {
        return tables.table(name, type, true, unused -> new ConcurrentSkipListMap<>());
    }

    @Override
    public <V> IndexedTable<V> indexed(String name, Class<V> type) {
        return tables.inMemory(name, type, unused -> Map.of());
    }

    @Override
    public void drop(String name) {
        tables.drop(name);
    }

    @Override
    public Work begin() {
        var mine = tables.changes();
        mine.begin();
        return mine::end;
    }

    @Override
    public boolean undo() {
        return tables.changes().undo();
    }

    @Override
    public Store.PendingCommit beginCommit() {
        // Nothing to persist.
        tables.changes().clear();
        return Store.PendingCommit.NOTHING;
    }

    @Override
    public void close() {
        tables.clear();
    }
}
