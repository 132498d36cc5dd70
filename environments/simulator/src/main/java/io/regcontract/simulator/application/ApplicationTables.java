package io.regcontract.simulator.application;

import io.regcontract.simulator.store.Store;
import io.regcontract.simulator.store.Table;
import io.regcontract.simulator.store.indexed.IndexedTable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables of one application, which go together when it is deleted. */
final class ApplicationTables {

    private final Store store;
    private final String application;
    private final Set<String> opened = ConcurrentHashMap.newKeySet();

    ApplicationTables(Store store, String application) {
        this.store = store;
        this.application = application;
    }

    <V> Table<V> table(String kind, Class<V> type) {
        return store.table(opened(kind), type);
    }

    /** A table whose writes stand even when the call that made them fails. */
    <V> Table<V> lasting(String kind, Class<V> type) {
        return store.lasting(opened(kind), type);
    }

    /** A table whose values are also found by indexes. */
    <V> IndexedTable<V> indexed(String kind, Class<V> type) {
        return store.indexed(opened(kind), type);
    }

    /** Drops a table, whether it has been opened or not. */
    void drop(String kind) {
        store.drop(opened(kind));
    }

    /** Drops all tables that have been opened. */
    void drop() {
        opened.forEach(store::drop);
    }

    private String opened(String kind) {
        var name = application + "/" + kind;
        opened.add(name);
        return name;
    }
}
