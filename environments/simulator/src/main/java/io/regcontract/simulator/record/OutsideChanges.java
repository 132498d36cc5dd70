package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.schema.PasswordSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final Map<String, StoredRecord> aside = new HashMap<>();

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

    /** The record with that uuid, also when it was set aside. */
    public Optional<StoredRecord> find(String uuid) {
        return storage.byUuid(uuid).or(() -> Optional.ofNullable(aside.get(uuid)));
    }

    /**
     * Puts a changed record in the place of the one that is there, or was set aside.
     *
     * @return false when another record holds a unique value of it; nothing has changed then
     */
    public boolean put(StoredRecord changed) {
        var present = storage.byUuid(changed.uuid());
        if (present.isEmpty()) {
            return aside.replace(changed.uuid(), changed) != null;
        }
        if (!isFree(changed)) {
            return false;
        }
        storage.replace(present.get(), changed);
        return true;
    }

    /** Deletes a record, and keeps it as it was. */
    public void setAside(StoredRecord record) {
        storage.delete(record, now.get());
        aside.put(record.uuid(), record);
    }

    /**
     * Brings back a record that was set aside, as it has become meanwhile.
     *
     * @return false when another record holds a unique value of it; it is gone for good then
     */
    public boolean bringBack(String uuid) {
        var kept = Optional.ofNullable(aside.remove(uuid))
                .filter(record -> storage.byUuid(uuid).isEmpty() && isFree(record));
        kept.ifPresent(storage::bringBack);
        return kept.isPresent();
    }

    private boolean isFree(StoredRecord record) {
        try {
            storage.unique().check(record.id(), record.values());
            return true;
        } catch (ApiErrorException taken) {
            return false;
        }
    }
}
