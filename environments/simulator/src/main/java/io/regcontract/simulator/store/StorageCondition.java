package io.regcontract.simulator.store;

/** The health of the storage that holds an application's records. */
public record StorageCondition(boolean refuseWrites, boolean failReads) {

    /** Everything works. */
    public static final StorageCondition SOUND = new StorageCondition(false, false);
}
