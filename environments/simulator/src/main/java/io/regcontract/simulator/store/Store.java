package io.regcontract.simulator.store;

import io.regcontract.simulator.store.indexed.IndexedTable;

/**
 * Where the state of the service lives. A piece of work begins, changes what it changes, and is kept or taken back,
 * both as a whole.
 */
public interface Store extends AutoCloseable {

    /** The table of that name, made when it is asked for the first time. */
    <V> Table<V> table(String name, Class<V> type);

    /**
     * The table of that name, whose writes stand even when the call that made them fails: for what counts attempts,
     * and not what they achieve.
     */
    <V> Table<V> lasting(String name, Class<V> type);

    /** The table of that name, whose values are also found by indexes. */
    <V> IndexedTable<V> indexed(String name, Class<V> type);

    /** Forgets a table and all that is in it. */
    void drop(String name);

    /**
     * Begins a piece of work of the calling thread. When it is closed, what was not kept has been taken back.
     *
     * @throws StorageException when the store is at its end
     */
    Work begin();

    /**
     * Takes back what the calling thread has changed since it began and not kept, except what lasts.
     *
     * @return whether anything was taken back since the work began, also by {@link #beginCommit} when it failed
     */
    boolean undo();

    /**
     * Starts to persist all changes of the calling thread since its last call, atomically and in their current
     * state. Locks over the changed data may be released afterwards.
     *
     * @return to be waited for, after the work is closed, before anyone is told what was written, or seen: it covers
     *     what others began to keep before
     * @throws StorageException when something cannot be kept; everything has been taken back then
     */
    PendingCommit beginCommit();

    /**
     * Everything the calling thread has written until now outlives the process, as far as this store outlives it at
     * all.
     */
    default void commit() {
        beginCommit().await();
    }

    @Override
    void close();

    /** A piece of work that is under way. */
    @FunctionalInterface
    interface Work {

        void close();
    }

    /** Something that is on its way into a store. */
    @FunctionalInterface
    interface PendingCommit {

        /** There is nothing to wait for. */
        PendingCommit NOTHING = () -> {};

        /**
         * Waits until it is kept.
         *
         * @throws StorageException when that failed
         */
        void await();
    }
}
