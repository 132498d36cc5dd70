package io.regcontract.simulator.store;

/** Where the state of the service lives. */
public interface Store extends AutoCloseable {

    /** The table of that name, made when it is asked for the first time. */
    <V> Table<V> table(String name, Class<V> type);

    /** Forgets a table and all that is in it. */
    void drop(String name);

    /** Everything written until now is to outlive the process, as far as this store outlives it at all. */
    void commit();

    @Override
    void close();
}
