package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.index.RecordKeys;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.store.indexed.TableLoad;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Takes in records that were made elsewhere, one at a time, as they were there: with their ids, uuids and times.
 * Values are not validated, except that what is unique stays so. New records get ids behind the largest one that was
 * taken in. The caller holds the application's lock, and brings many in by many pieces of work.
 */
public final class RecordLoad implements AutoCloseable {

    private final RecordStorage storage;
    private final Supplier<String> uuids;
    private final Supplier<Instant> now;
    private final Numbers ids;
    private final Numbers elementIds;
    private long added;

    /**
     * A record from elsewhere.
     *
     * @param values by attribute, in the form they are kept in; elements of plurals with the ids they had, if any
     */
    public record Foreign(
            OptionalLong id,
            Optional<String> uuid,
            Optional<Instant> created,
            Optional<Instant> lastUpdated,
            ObjectNode values) {}

    /** Says why a record cannot be taken in; nothing of it has been. The message has no full stop. */
    public static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1;

        RefusedException(String message) {
            super(message);
        }
    }

    /** Numbers that are given or brought along. */
    public static final class Numbers {

        private final LongConsumer raising;
        private long largest;

        /**
         * @param largest the last one that was given
         * @param raising is told the largest one now and then
         */
        public Numbers(long largest, LongConsumer raising) {
            this.largest = largest;
            this.raising = raising;
        }

        private long next() {
            return ++largest;
        }

        private void brought(long number) {
            largest = Math.max(largest, number);
        }

        private boolean isBeyond(long number) {
            return number > largest;
        }

        private void raise() {
            raising.accept(largest);
        }
    }

    /** The table's own way of adding many; empty when there is none. */
    private final Optional<TableLoad<StoredRecord>> table;
    /** What was added this way: no index knows it yet. */
    private final LoadedValues loaded = new LoadedValues();

    private final boolean wasEmpty;
    private boolean finished;

    RecordLoad(RecordStorage storage, Supplier<String> uuids, Supplier<Instant> now, Numbers ids, Numbers elementIds) {
        this.storage = storage;
        this.uuids = uuids;
        this.now = now;
        this.ids = ids;
        this.elementIds = elementIds;
        this.wasEmpty = storage.count() == 0;
        this.table = storage.load();
    }

    /**
     * Adds a record.
     *
     * @return false when a record of its uuid is there already, which is left as it is
     * @throws RefusedException when another record has its id, or a value of it that may be there once
     */
    public boolean add(Foreign record) {
        var known = record.uuid().flatMap(this::known);
        if (known.isPresent()) {
            known.get().ifPresent(this::noteIdsOf);
            return false;
        }
        var uuid = record.uuid().orElseGet(uuids);
        refuseTaken(record);
        numberElements(storage.type().own(), record.values());
        var created = record.created().orElseGet(now).truncatedTo(ChronoUnit.MICROS);
        var id = record.id().orElseGet(ids::next);
        ids.brought(id);
        add(new StoredRecord(
                id,
                uuid,
                created,
                record.lastUpdated()
                        .map(time -> time.truncatedTo(ChronoUnit.MICROS))
                        .orElse(created),
                record.values(),
                List.of()));
        added++;
        return true;
    }

    private void add(StoredRecord record) {
        if (table.isEmpty()) {
            storage.insert(record);
            return;
        }
        loaded.add("uuid " + record.uuid().toLowerCase(Locale.ROOT));
        loaded.add("id " + record.id());
        storage.unique().keys(record.values()).forEach((key, path) -> loaded.add(key));
        table.get().add(RecordKeys.of(record.id()), record);
    }

    /** Whether there is a record of a uuid, and that record if it was there before. */
    private Optional<Optional<StoredRecord>> known(String uuid) {
        if (table.isPresent() && loaded.contains("uuid " + uuid.toLowerCase(Locale.ROOT))) {
            return Optional.of(Optional.empty());
        }
        if (table.isPresent() && wasEmpty) {
            return Optional.empty();
        }
        var there = storage.byUuid(uuid);
        return there.isPresent() ? Optional.of(there) : Optional.empty();
    }

    /** A process that ended before it noted the ids of a record has kept the record. */
    private void noteIdsOf(StoredRecord record) {
        ids.brought(record.id());
        numberElements(storage.type().own(), record.values().deepCopy());
    }

    /** Notes the largest ids so far. A piece of work in which records were added ends with this. */
    public void noteIds() {
        ids.raise();
        elementIds.raise();
        table.ifPresent(TableLoad::keep);
    }

    /** Has searches find what was added. Nothing may be added any more. */
    public void finish() {
        table.ifPresent(TableLoad::finish);
        finished = true;
    }

    /** Ends it. What was added stays, as far as {@link #noteIds} was called since. */
    @Override
    public void close() {
        table.ifPresent(way -> {
            way.close();
            if (!finished) {
                storage.completeIndexes();
            }
        });
    }

    /** How many records have been added. */
    public long added() {
        return added;
    }

    private void refuseTaken(Foreign record) {
        if (record.id().orElse(0) < 0) {
            throw new RefusedException("the id " + record.id().getAsLong() + " is negative");
        }
        if (record.id().isPresent() && isTaken(record.id().getAsLong())) {
            throw new RefusedException(
                    "another record has the id " + record.id().getAsLong() + " already");
        }
        try {
            checkUnique(record.values());
        } catch (ApiErrorException taken) {
            throw new RefusedException("another record holds the value of the unique attribute "
                    + taken.fields().get("attribute_name").stringValue("") + " already");
        }
    }

    private boolean isTaken(long id) {
        return !ids.isBeyond(id)
                && ((table.isPresent() && loaded.contains("id " + id))
                        || storage.byId(id).isPresent());
    }

    private void checkUnique(ObjectNode values) {
        var unique = storage.unique();
        unique.check(table.isPresent() && wasEmpty ? UniqueValues.NONE : other -> true, values);
        if (table.isPresent()) {
            unique.keys(values).forEach((key, path) -> {
                if (loaded.contains(key)) {
                    throw UniqueValues.duplicate(path);
                }
            });
        }
    }

    /** Notes the ids that elements of plurals bring along, and gives one to each that has none. */
    private void numberElements(List<AttributeDefinition> definitions, JsonNode values) {
        for (var definition : definitions) {
            if (!definition.type().hasChildren()) {
                continue;
            }
            var value = values.path(definition.name());
            if (value instanceof ArrayNode list) {
                list.values()
                        .forEach(
                                element -> elementIds.brought(element.path("id").asLong(0)));
                for (int place = 0; place < list.size(); place++) {
                    if (list.get(place) instanceof ObjectNode element && !element.has("id")) {
                        list.set(
                                place,
                                Json.object().put("id", elementIds.next()).setAll(element));
                    }
                }
                list.values().forEach(element -> numberElements(definition.children(), element));
            } else {
                numberElements(definition.children(), value);
            }
        }
    }
}
