package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.schema.PasswordSettings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes records past the API, as somebody does who is no caller: nothing is validated but what is unique, and the
 * record stays the one that it is given as, with its times. The caller holds the application's lock.
 */
public final class OutsideChanges {

    private final RecordStorage storage;
    private final Supplier<StoredRecord> empty;
    private final LongSupplier elementIds;
    private final Supplier<Instant> now;

    /**
     * @param empty makes a new record without values, which is not stored yet
     * @param elementIds where new elements of plurals get their ids from
     */
    OutsideChanges(
            RecordStorage storage, Supplier<StoredRecord> empty, LongSupplier elementIds, Supplier<Instant> now) {
        this.storage = storage;
        this.empty = empty;
        this.elementIds = elementIds;
        this.now = now;
    }

    /**
     * Adds a record.
     *
     * @return empty when another record holds a unique value of it; nothing has changed then
     */
    public Optional<StoredRecord> add(ObjectNode values) {
        var fresh = empty.get();
        var record = new StoredRecord(
                fresh.id(), fresh.uuid(), fresh.created(), fresh.lastUpdated(), values, fresh.formerPasswords());
        if (!isFree(record)) {
            return Optional.empty();
        }
        storage.insert(record);
        return Optional.of(record);
    }

    /**
     * Removes a record that nobody has changed.
     *
     * @return false when it is gone or another one by now; nothing has changed then
     */
    public boolean remove(StoredRecord record) {
        if (storage.byUuid(record.uuid()).filter(record::equals).isEmpty()) {
            return false;
        }
        storage.delete(record, now.get());
        return true;
    }

    /** The passwords to remember once a record holds the given values. */
    public static List<JsonNode> formerPasswords(StoredRecord record, JsonNode values) {
        return PasswordHistory.after(record, values);
    }

    /** The record as if it had had one more password before the one that it has. */
    public static StoredRecord remembering(StoredRecord record, JsonNode former) {
        var all = Stream.concat(Stream.of(former), record.formerPasswords().stream())
                .limit(PasswordSettings.LONGEST_HISTORY)
                .toList();
        return new StoredRecord(
                record.id(), record.uuid(), record.created(), record.lastUpdated(), record.values(), all);
    }

    /** The id of a new element of a plural. */
    public long elementId() {
        return elementIds.getAsLong();
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
