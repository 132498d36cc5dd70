package io.regcontract.simulator.store.indexed;

import io.regcontract.simulator.store.StorageException;

/**
 * Adds many values to a table, past the pieces of work: nothing of it is taken back. The values show in searches by
 * indexes when it is finished. One that never is, because its process ended, is finished when the table is opened
 * again.
 */
public interface TableLoad<V> extends AutoCloseable {

    /** Adds a value under a key that is free. */
    void add(String key, V value);

    /**
     * Makes what was added outlive the process, all at once. It is written while the next values are added, and is safe
     * when the next call returns.
     *
     * @throws StorageException when what was added before cannot be written
     */
    void keep();

    /**
     * Makes the rest outlive the process, and completes the indexes.
     *
     * @throws StorageException when it cannot be written
     */
    void finish();

    /** Ends it, finished or not. */
    @Override
    void close();
}
