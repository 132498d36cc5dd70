package io.regcontract.simulator.record;

import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the records of one entity type, together with their versions, the search index and what is unique. */
final class RecordStorage {

    private final Table<StoredRecord> records;
    private final RecordVersions versions;
    private final SearchIndex index;
    private EntityType type;
    private Optional<UniqueValues> unique = Optional.empty();

    /** @param searchLag how long a change takes to show in searches */
    RecordStorage(
            EntityType type,
            Table<StoredRecord> records,
            Table<RecordVersions.Past> versions,
            Supplier<Duration> searchLag) {
        this.type = type;
        this.records = records;
        this.versions = new RecordVersions(versions);
        this.index = new SearchIndex(searchLag, this.versions);
    }

    EntityType type() {
        return type;
    }

    /** Goes on with another type. 361 when the records break a new constraint; nothing has changed then. */
    void changeType(EntityType changed) {
        unique = Optional.of(new UniqueValues(changed, records.values()));
        type = changed;
    }

    /** Begins anew with what is in the tables: some of it has been taken back. */
    void refresh(EntityType present) {
        type = present;
        unique = Optional.empty();
        index.refresh(records);
    }

    RecordVersions versions() {
        return versions;
    }

    /** The values of unique attributes, collected when they are first asked for. */
    UniqueValues unique() {
        var known = unique.orElseGet(() -> new UniqueValues(type, records.values()));
        unique = Optional.of(known);
        return known;
    }

    Optional<StoredRecord> byUuid(String uuid) {
        return records.get(uuid);
    }

    Optional<StoredRecord> byId(long id) {
        return records.values().stream().filter(record -> record.id() == id).findFirst();
    }

    /** Every record, the oldest first. */
    List<StoredRecord> all() {
        return inOrder(records.values().stream());
    }

    /** Every record as searches see it at a time, the oldest first. */
    List<StoredRecord> searched(Instant now) {
        return inOrder(index.of(records.values(), now));
    }

    /** Adds a record. */
    void insert(StoredRecord record) {
        if (!records.insert(record.uuid(), record)) {
            throw new IllegalStateException("a fresh uuid is taken: " + record.uuid());
        }
        versions.add(record);
        unique().add(record);
    }

    /** Adds a record that was there before. */
    void bringBack(StoredRecord record) {
        insert(record);
        index.refresh(records);
    }

    /** Puts a changed record in the place of the one it was. */
    void replace(StoredRecord record, StoredRecord changed) {
        unique().remove(record);
        records.put(record.uuid(), changed);
        versions.add(changed);
        unique().add(changed);
    }

    void delete(StoredRecord record, Instant now) {
        unique().remove(record);
        records.remove(record.uuid());
        index.forget(record, now);
    }

    /** Makes it as if a record that was only just created had never been. */
    void takeBack(StoredRecord created) {
        records.remove(created.uuid());
        unique().remove(created);
        versions.forget(created);
    }

    /** Changes the values of every record, without a new version and a new {@code lastUpdated}. */
    void rewrite(UnaryOperator<ObjectNode> change) {
        for (var record : records.values()) {
            records.put(
                    record.uuid(),
                    new StoredRecord(
                            record.id(),
                            record.uuid(),
                            record.created(),
                            record.lastUpdated(),
                            change.apply(record.values().deepCopy()),
                            record.formerPasswords()));
        }
    }

    private static List<StoredRecord> inOrder(Stream<StoredRecord> records) {
        return records.sorted(Comparator.comparingLong(StoredRecord::id)).toList();
    }
}
