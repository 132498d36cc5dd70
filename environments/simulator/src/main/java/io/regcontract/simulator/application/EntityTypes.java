package io.regcontract.simulator.application;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.record.Passwords;
import io.regcontract.simulator.record.RecordLoad;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.RecordVersions;
import io.regcontract.simulator.record.SearchSettings;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.record.index.RecordKeys;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.FaultyTable;
import io.regcontract.simulator.store.StorageHealth;
import io.regcontract.simulator.store.Table;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** The entity types of one application and the records of each. */
public final class EntityTypes {

    private final ApplicationTables tables;
    private final Table<EntityType> types;
    private final Table<Long> counters;
    private final TypeVersions versions;
    private final Identifiers identifiers;
    private final Passwords passwords;
    private final Supplier<Instant> now;
    private final SearchSettings search;
    private final Supplier<StorageHealth> health;
    private final BooleanSupplier keepsLastUpdated;
    private final Map<String, RecordRepository> repositories = new HashMap<>();
    private final OutsideSchemaChanges outside = new OutsideSchemaChanges(this);

    /**
     * The types in the tables of an application.
     *
     * @param search how records are searched
     * @param health of the storage of records
     * @param keepsLastUpdated whether what is written now leaves {@code lastUpdated} as it was
     */
    EntityTypes(
            ApplicationTables tables,
            Identifiers identifiers,
            Passwords passwords,
            Supplier<Instant> now,
            SearchSettings search,
            Supplier<StorageHealth> health,
            BooleanSupplier keepsLastUpdated) {
        this.tables = tables;
        this.types = tables.table("types", EntityType.class);
        this.counters = tables.table("counters", Long.class);
        this.versions = new TypeVersions(tables.table("type versions", TypeVersions.Past.class));
        this.identifiers = identifiers;
        this.passwords = passwords;
        this.now = now;
        this.search = search;
        this.health = health;
        this.keepsLastUpdated = keepsLastUpdated;
    }

    /** All types, by their names in alphabetic order. */
    public List<EntityType> all() {
        return List.copyOf(types.values());
    }

    /** What types were at earlier times. */
    public TypeVersions versions() {
        return versions;
    }

    /**
     * The records of a type.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 222 when there is no such type
     */
    public RecordRepository records(String typeName) {
        return find(typeName).orElseThrow(() -> SimulatedErrorCode.UNKNOWN_ENTITY_TYPE
                .because("entity type does not exist: " + typeName)
                .with("type_name", typeName));
    }

    /** The records of a type, if there is such a type. */
    public Optional<RecordRepository> find(String typeName) {
        synchronized (repositories) {
            return types.get(typeName).map(type -> repositories.computeIfAbsent(typeName, unused -> repository(type)));
        }
    }

    /**
     * Adds a type.
     *
     * @return false when the name is taken
     */
    public boolean addIfAbsent(EntityType type) {
        boolean added = types.insert(type.name(), type);
        if (added) {
            outside.forget(type.name());
            dropLeftOver(type);
            versions.add(type, now.get());
        }
        return added;
    }

    /**
     * Goes on with another definition of a type.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 361 when stored records break a new constraint
     */
    public void change(EntityType type) {
        records(type.name()).changeType(type);
        types.put(type.name(), type);
        versions.add(type, now.get());
    }

    /** Deletes a type and its records. */
    public void delete(EntityType type) {
        synchronized (repositories) {
            types.remove(type.name());
            repositories.remove(type.name());
            dropRecords(type);
        }
    }

    /** Changes of schemas that are no calls of the API. */
    public OutsideSchemaChanges outside() {
        return outside;
    }

    /** Takes a type away and leaves its records where they are. */
    Optional<RecordRepository> takeAway(String typeName) {
        synchronized (repositories) {
            var book = find(typeName);
            types.remove(typeName);
            repositories.remove(typeName);
            return book;
        }
    }

    /**
     * Brings a type back whose records are where they were.
     *
     * @return false when the name is taken
     */
    boolean bringBack(RecordRepository book) {
        synchronized (repositories) {
            var name = book.type().name();
            return types.insert(name, book.type()) && repositories.put(name, book) == null;
        }
    }

    /** Forgets what was derived from values that have been taken back. The caller holds the application's lock. */
    void refresh() {
        synchronized (repositories) {
            repositories.keySet().retainAll(Set.copyOf(types.keys()));
            repositories.forEach((name, repository) -> types.get(name).ifPresent(repository::refresh));
        }
    }

    /** Drops the records of all types. */
    void dropRecords() {
        all().forEach(this::dropRecords);
    }

    private RecordRepository repository(EntityType type) {
        var records = tables.indexed(recordTable(type), StoredRecord.class);
        RecordKeys.renew(records);
        noteIds(RecordKeys.largest(records));
        return new RecordRepository(
                type,
                new FaultyTable<>(records, health),
                tables.indexed(versionTable(type), RecordVersions.Past.class),
                passwords,
                identifiers,
                () -> next("records"),
                () -> next("elements"),
                now,
                keepsLastUpdated,
                search);
    }

    /**
     * Begins to take in records of a type that were made elsewhere. The caller holds the application's lock.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 222 when there is no such type
     */
    public RecordLoad load(String typeName) {
        return records(typeName).load(numbers("records"), numbers("elements"));
    }

    private RecordLoad.Numbers numbers(String counter) {
        return new RecordLoad.Numbers(counters.get(counter).orElse(0L), largest -> counters.put(counter, largest));
    }

    /** A process that ended while it loaded records has kept them, and perhaps not yet their ids. */
    private void noteIds(long largest) {
        synchronized (counters) {
            if (counters.get("records").orElse(0L) < largest) {
                counters.put("records", largest);
            }
        }
    }

    private long next(String counter) {
        synchronized (counters) {
            long next = counters.get(counter).orElse(0L) + 1;
            counters.put(counter, next);
            return next;
        }
    }

    private void dropRecords(EntityType type) {
        tables.drop(recordTable(type));
        tables.drop(versionTable(type));
    }

    /** A type that was taken away leaves its records where they are: they are none of a new one of its name. */
    private void dropLeftOver(EntityType type) {
        if (tables.indexed(recordTable(type), StoredRecord.class).view().count(KeyRange.ALL) > 0
                || tables.indexed(versionTable(type), RecordVersions.Past.class)
                                .view()
                                .count(KeyRange.ALL)
                        > 0) {
            dropRecords(type);
        }
    }

    private static String versionTable(EntityType type) {
        return "versions of " + type.name();
    }

    private static String recordTable(EntityType type) {
        return "records of " + type.name();
    }
}
