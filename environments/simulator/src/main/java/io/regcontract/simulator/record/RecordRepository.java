package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.identity.Identifiers;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.index.RecordQuery;
import io.regcontract.simulator.record.index.SearchCondition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.Visibility;
import io.regcontract.simulator.store.WriteRefusedException;
import io.regcontract.simulator.store.indexed.IndexedTable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All records of one entity type of one application. The caller holds the application's lock, so that reading and
 * writing are one step.
 */
public final class RecordRepository {

    private final RecordStorage storage;
    private final ScalarValues scalars;
    private final RecordWriter writer;
    private final PasswordHistory history;
    private final Identifiers identifiers;
    private final LongSupplier ids;
    private final Supplier<Instant> now;
    private final BooleanSupplier keepsLastUpdated;
    private final OutsideChanges outside;

    /**
     * The records in a table.
     *
     * @param ids where new records get their ids from
     * @param elementIds where new elements of plurals get theirs from
     * @param keepsLastUpdated whether what is written now leaves {@code lastUpdated} as it was
     * @param search how records are searched
     */
    public RecordRepository(
            EntityType type,
            IndexedTable<StoredRecord> records,
            IndexedTable<RecordVersions.Past> versions,
            Passwords passwords,
            Identifiers identifiers,
            LongSupplier ids,
            LongSupplier elementIds,
            Supplier<Instant> now,
            BooleanSupplier keepsLastUpdated,
            SearchSettings search) {
        this.storage = new RecordStorage(type, records, new RecordVersions(versions), search);
        this.history = new PasswordHistory(passwords);
        this.identifiers = identifiers;
        this.ids = ids;
        this.now = now;
        this.keepsLastUpdated = keepsLastUpdated;
        this.scalars = new ScalarValues(passwords, now);
        this.writer = new RecordWriter(scalars, elementIds);
        this.outside = new OutsideChanges(storage, this::empty, elementIds, now);
    }

    /** The type, as it is defined now. */
    public EntityType type() {
        return storage.type();
    }

    /**
     * Goes on with another definition of the type.
     *
     * @throws ApiErrorException 361 when the records that are there break a new constraint; nothing has changed then
     */
    public void changeType(EntityType changed) {
        storage.changeType(changed);
    }

    /**
     * Adds a record.
     *
     * @throws ApiErrorException 300 when the storage takes no writes, and all that can be wrong with values
     */
    public StoredRecord create(JsonNode attributes) {
        return create(attributes, now.get());
    }

    /**
     * Adds a record that may bring the time it was created at, as data does that moves here from elsewhere.
     *
     * @throws ApiErrorException as {@link #create}, 341 and 342 for a time that is none
     */
    public StoredRecord createDated(JsonNode attributes) {
        if (!attributes.has("created")) {
            return create(attributes);
        }
        var rest = (ObjectNode) attributes.deepCopy();
        var created = rest.remove("created");
        return created.isNull() ? create(rest) : create(rest, scalars.time(created, "/created"));
    }

    private StoredRecord empty() {
        var time = now.get().truncatedTo(ChronoUnit.MICROS);
        return new StoredRecord(ids.getAsLong(), identifiers.uuid(), time, time, Json.object(), List.of());
    }

    private StoredRecord create(JsonNode attributes, Instant created) {
        var values = writer.created(type(), attributes);
        var uuid = identifiers.uuid();
        storage.unique().check(other -> true, values);
        RuleCheck.check(type(), values, Json.object());
        var time = now.get().truncatedTo(ChronoUnit.MICROS);
        var record = new StoredRecord(
                ids.getAsLong(), uuid, created.truncatedTo(ChronoUnit.MICROS), time, values, List.of());
        try {
            storage.insert(record);
        } catch (WriteRefusedException refused) {
            throw SimulatedErrorCode.ERROR_CREATING_RECORD.because(
                    "an error occurred while creating the record: " + refused.getMessage());
        }
        return record;
    }

    /**
     * Changes some attributes of a record.
     *
     * @param reused the error for a password that the history forbids
     * @throws ApiErrorException for all that can be wrong with values
     */
    public StoredRecord update(StoredRecord record, JsonNode attributes, SimulatedErrorCode reused) {
        return write(record, writer.updated(type(), record.values(), attributes), attributes.path("password"), reused);
    }

    /**
     * Changes some attributes of a record for nobody in particular: a password of the past is taken, too.
     *
     * @throws ApiErrorException for all that can be wrong with values
     */
    public StoredRecord update(StoredRecord record, JsonNode attributes) {
        return write(
                record,
                writer.updated(type(), record.values(), attributes),
                Json.object().path("none"),
                SimulatedErrorCode.PASSWORD_REUSED);
    }

    /**
     * Writes anew what a client may write of a record, or of the value at one path in it, and leaves all else as it is.
     *
     * @param at the path, empty for the whole record
     * @param reused the error for a password that the history forbids
     * @throws ApiErrorException for all that can be wrong with path and value
     */
    public StoredRecord replaceWithin(
            Visibility writable,
            StoredRecord record,
            Optional<AttributePath> at,
            JsonNode value,
            SimulatedErrorCode reused) {
        var below = writable.below(type(), at);
        var values = writer.replacedOnly(type(), record.values(), at, below, value);
        boolean writesPassword =
                below.stream().map(AttributePath::toString).anyMatch("/password"::equals) && at.isEmpty();
        return write(
                record,
                values,
                writesPassword ? value.path("password") : Json.object().path("none"),
                reused);
    }

    /**
     * Writes all attributes of a record anew.
     *
     * @param reused the error for a password that the history forbids
     * @throws ApiErrorException for all that can be wrong with values
     */
    public StoredRecord replace(StoredRecord record, JsonNode attributes, SimulatedErrorCode reused) {
        return write(record, writer.replaced(type(), attributes), attributes.path("password"), reused);
    }

    /**
     * Writes the value at one path of a record.
     *
     * @param replace whether the old value makes way completely
     * @param reused the error for a password that the history forbids
     * @throws ApiErrorException for all that can be wrong with path and value
     */
    public StoredRecord writeAt(
            StoredRecord record, AttributePath path, JsonNode value, boolean replace, SimulatedErrorCode reused) {
        var values = writer.writtenAt(type(), record.values(), path, value, replace);
        var isPassword = path.toString().equals("/password");
        return write(record, values, isPassword ? value : value.path("no password is written"), reused);
    }

    /**
     * Writes a time, to the second, to an attribute if the type has it. The record is not validated again: a person may
     * log in even if the type has stricter rules since.
     */
    public StoredRecord stamp(StoredRecord record, String attribute, Instant time) {
        var isTime = type().definition(attribute)
                .filter(definition -> definition.type() == AttributeType.DATE_TIME)
                .isPresent();
        if (!isTime) {
            return record;
        }
        var values = record.values().deepCopy().put(attribute, DateTimes.seconds(time));
        return put(record, values);
    }

    /**
     * Takes an element out of a plural.
     *
     * @throws ApiErrorException 310 when it is not there
     */
    public void removeElement(StoredRecord record, AttributePath path) {
        var values = writer.without(type(), record.values(), path);
        write(record, values, values.path("no password is written"), SimulatedErrorCode.PASSWORD_REUSED);
    }

    /**
     * Takes an element out of a plural of one record and puts it into the same one of another, where it gets a new
     * id. Both happen or neither does.
     *
     * @throws ApiErrorException 310 when the element is not there, and all that can be wrong with the values
     */
    public void moveElement(StoredRecord from, AttributePath element, StoredRecord to, AttributePath plural) {
        var moved = (ObjectNode) RecordValues.at(RecordValues.all(type(), from), element)
                .orElseThrow()
                .deepCopy();
        moved.remove("id");
        var left = writer.without(type(), from.values(), element);
        var reached = writer.writtenAt(type(), to.values(), plural, Json.array().add(moved), false);
        RuleCheck.check(type(), left, from.values());
        RuleCheck.check(type(), reached, to.values());
        storage.unique().check(from.id(), left);
        // What is unique may be in the other record already once it has left the first one.
        storage.unique().check(other -> other.id() != from.id() && other.id() != to.id(), reached);
        put(from, left);
        put(to, reached);
    }

    /**
     * Whether a value could be written at a path now.
     *
     * @throws ApiErrorException for what is wrong with path or value
     */
    public void rehearse(StoredRecord record, AttributePath path, JsonNode value) {
        writer.writtenAt(type(), record.values(), path, value, true);
    }

    /** Takes the values of an attribute that is gone out of every record. */
    public void forget(AttributePath path) {
        storage.rewrite(values -> RecordValues.without(values, path));
    }

    /** Keeps the values of an attribute under its new name. */
    public void rename(AttributePath path, String target) {
        storage.rewrite(values -> RecordValues.renamed(values, path, target));
    }

    /** What a record was at a time; empty when it was not there, or has changed too often since. */
    public Optional<StoredRecord> asOf(long id, Instant time) {
        return storage.asOf(id, time);
    }

    /** Makes it as if a record that was only just created had never been. */
    public void takeBack(StoredRecord created) {
        storage.takeBack(created);
    }

    /** Deletes a record. */
    public void delete(StoredRecord record) {
        storage.delete(record, now.get());
    }

    /** The record with that uuid. */
    public Optional<StoredRecord> byUuid(String uuid) {
        return storage.byUuid(uuid);
    }

    /** Whether there is, or ever was, a record with that id. */
    public boolean wasGiven(long id) {
        return storage.wasGiven(id);
    }

    /** The record with that id. */
    public Optional<StoredRecord> byId(long id) {
        return storage.byId(id);
    }

    /**
     * The record that holds the value of a unique attribute.
     *
     * @throws ApiErrorException 223 when there is no such attribute
     */
    public Optional<StoredRecord> byValue(AttributePath path, JsonNode value) {
        return storage.unique().holder(path, value);
    }

    /** Whether records can be told apart by that attribute. */
    public boolean isUnique(AttributePath path) {
        return storage.unique().paths().contains(path);
    }

    /** Changes of records that are no calls of the API. */
    public OutsideChanges outside() {
        return outside;
    }

    /**
     * Begins to take in records that were made elsewhere.
     *
     * @param ids those given last and where to note the largest one taken in
     * @param loadedElementIds the same of elements of plurals
     */
    public RecordLoad load(RecordLoad.Numbers ids, RecordLoad.Numbers loadedElementIds) {
        return new RecordLoad(storage, identifiers::uuid, now, ids, loadedElementIds);
    }

    /** Begins anew with what is in the tables: some of it has been taken back. */
    public void refresh(EntityType present) {
        storage.refresh(present);
    }

    /** Every record as it is now, the oldest first. */
    public Stream<StoredRecord> stream() {
        return storage.stream();
    }

    /** The records with greater ids as they are now, the oldest first. */
    public Stream<StoredRecord> after(long id) {
        return storage.after(id);
    }

    /** How many records there are. */
    public long count() {
        return storage.count();
    }

    /**
     * A search among the records as searches see them now.
     *
     * @param conditions what indexes can be asked for
     * @param isComplete whether nothing else is asked than the conditions
     */
    public RecordQuery searched(List<SearchCondition> conditions, boolean isComplete) {
        return storage.query(now.get(), conditions, isComplete);
    }

    /**
     * The records that may hold a text in an attribute, the oldest first: some of them, when there is an index that
     * can tell, or all.
     *
     * @param ignoresCase whether records with the same text in another case are looked for, too
     */
    public Stream<StoredRecord> mayHold(AttributePath path, String text, boolean ignoresCase) {
        return storage.mayHold(path, text, ignoresCase);
    }

    private StoredRecord write(StoredRecord record, ObjectNode values, JsonNode written, SimulatedErrorCode reused) {
        storage.unique().check(record.id(), values);
        RuleCheck.check(type(), values, record.values());
        history.refuseReused(type(), record, written, reused);
        return put(record, values);
    }

    private StoredRecord put(StoredRecord record, ObjectNode values) {
        var changed = new StoredRecord(
                record.id(),
                record.uuid(),
                record.created(),
                keepsLastUpdated.getAsBoolean()
                        ? record.lastUpdated()
                        : now.get().truncatedTo(ChronoUnit.MICROS),
                values,
                PasswordHistory.after(record, values));
        storage.replace(record, changed);
        return changed;
    }
}
