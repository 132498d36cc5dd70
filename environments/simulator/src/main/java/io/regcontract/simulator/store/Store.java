package io.regcontract.simulator.store;

/** Where the state of the service lives. */
public interface Store extends AutoCloseable {

    /** The table of that name, made when it is asked for the first time. */
    <V> Table<V> table(String name, Class<V> type);

    /** Forgets a table and all that is in it. */
    void drop(String name);

    /**
     * Begins to keep what the calling thread has written since it last asked: as it stands now, and whole or not at all.
     * Who holds a lock over what was written may let go of it then.
     *
     * @return to be waited for before anyone is told what was written, or seen: it covers what others began to keep before
     */
    Keeping keep();

    /** Everything the calling thread has written until now outlives the process, as far as this store outlives it at all. */
    default void commit() {
        keep().await();
    }

    @Override
    void close();

    /** Something that is on its way into a store. */
    @FunctionalInterface
    interface Keeping {

        /** There is nothing to wait for. */
        Keeping NOTHING = () -> {};

        /**
         * Waits until it is kept.
         *
         * @throws StorageFault when that failed
         */
        void await();
    }
}
