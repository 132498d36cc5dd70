package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;

/**
 * Changes records past the API, as somebody does who is no caller: nothing is validated but what is unique, and the
 * record stays the one that it is given as, with its times. The caller holds the application's lock.
 */
public final class OutsideChanges {

    private final RecordStorage storage;

    OutsideChanges(RecordStorage storage) {
        this.storage = storage;
    }

    /**
     * Puts a changed record in the place of the one that is there.
     *
     * @return false when another record holds a unique value of it; nothing has changed then
     */
    public boolean put(StoredRecord changed) {
        var present = storage.byUuid(changed.uuid());
        if (present.isEmpty() || !isFree(changed)) {
            return false;
        }
        storage.replace(present.get(), changed);
        return true;
    }

    /**
     * Brings a record back that was deleted.
     *
     * @return false when it is there, or another record holds a unique value of it; nothing has changed then
     */
    public boolean bringBack(StoredRecord deleted) {
        if (storage.byUuid(deleted.uuid()).isPresent() || !isFree(deleted)) {
            return false;
        }
        storage.bringBack(deleted);
        return true;
    }

    private boolean isFree(StoredRecord record) {
        try {
            storage.unique().check(record.uuid(), record.values());
            return true;
        } catch (ApiErrorException taken) {
            return false;
        }
    }
}
