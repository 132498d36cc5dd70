package io.regcontract.simulator.record;

import io.regcontract.simulator.record.index.RecordIndexes;
import io.regcontract.simulator.record.index.RecordKeys;
import io.regcontract.simulator.record.index.RecordQuery;
import io.regcontract.simulator.record.index.SearchCondition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.store.indexed.IndexedTable;
import io.regcontract.simulator.store.indexed.KeyRange;
import io.regcontract.simulator.store.indexed.TableLoad;
import io.regcontract.simulator.store.indexed.TableView;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.node.ObjectNode;

/** Keeps the records of one entity type, together with their versions, their indexes and what searches see. */
final class RecordStorage {

    private final IndexedTable<StoredRecord> records;
    private final RecordVersions versions;
    private final SearchIndex seen;
    private final SearchSettings settings;
    private EntityType type;
    private RecordIndexes indexes;
    private UniqueValues unique;

    RecordStorage(
            EntityType type, IndexedTable<StoredRecord> records, RecordVersions versions, SearchSettings settings) {
        this.type = type;
        this.records = records;
        this.versions = versions;
        this.settings = settings;
        this.seen = new SearchIndex(settings.lag(), versions);
        this.unique = new UniqueValues(type, records);
        this.indexes = indexes(type, unique);
        records.keepIndexes(indexes.rules(unique.together()));
    }

    private RecordIndexes indexes(EntityType of, UniqueValues values) {
        return RecordIndexes.of(of, values.paths(), settings.indexed());
    }

    EntityType type() {
        return type;
    }

    /** Goes on with another type. 361 when the records break a new constraint; nothing has changed then. */
    void changeType(EntityType changed) {
        var present = unique;
        var wanted = new UniqueValues(changed, records);
        use(changed, wanted);
        try {
            // Opened also where no constraint changes: a storage that fails reads fails every change of a type.
            var all = stream();
            if (!wanted.isLike(present)) {
                all.forEach(record -> wanted.check(record.id(), record.values()));
            }
        } catch (RuntimeException broken) {
            use(type, present);
            throw broken;
        }
        type = changed;
    }

    /** Begins anew with what is in the tables: some of it has been taken back. */
    void refresh(EntityType present) {
        if (!present.equals(type)) {
            type = present;
            use(present, new UniqueValues(present, records));
        }
        seen.refresh(this::byUuid);
    }

    private void use(EntityType of, UniqueValues values) {
        indexes = indexes(of, values);
        unique = values;
        records.keepIndexes(indexes.rules(values.together()));
    }

    RecordVersions versions() {
        return versions;
    }

    /** What a record was at a time; empty when it was not there, or has changed too often since. */
    Optional<StoredRecord> asOf(long id, Instant time) {
        return byId(id).filter(record -> !record.lastUpdated().isAfter(time)).or(() -> versions.asOf(id, time));
    }

    /** Whether there is, or ever was, a record with that id. */
    boolean wasGiven(long id) {
        return byId(id).isPresent() || versions.knows(id);
    }

    /** The values of unique attributes. */
    UniqueValues unique() {
        return unique;
    }

    Optional<StoredRecord> byUuid(String uuid) {
        try (var view = records.view()) {
            return first(view, view.entries(RecordKeys.BY_UUID, RecordKeys.uuid(uuid), false))
                    .filter(record -> record.uuid().equals(uuid));
        }
    }

    Optional<StoredRecord> byId(long id) {
        return id < 0 ? Optional.empty() : records.get(RecordKeys.of(id));
    }

    private static Optional<StoredRecord> first(TableView<StoredRecord> view, Iterator<String> entries) {
        return entries.hasNext() ? view.get(TableView.keyOf(entries.next())) : Optional.empty();
    }

    /** Every record, the oldest first, as they are now. */
    Stream<StoredRecord> stream() {
        return after(0);
    }

    /** The records with greater ids, the oldest first, as they are now. */
    Stream<StoredRecord> after(long id) {
        var all = records.view().values(new KeyRange(RecordKeys.of(id), KeyRange.ALL.before()), false);
        return stream(all).filter(record -> record.id() > id);
    }

    private static <T> Stream<T> stream(Iterator<T> all) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(all, 0), false);
    }

    long count() {
        try (var view = records.view()) {
            return view.count(KeyRange.ALL);
        }
    }

    /** A search among the records as searches see them at a time. */
    RecordQuery query(Instant now, List<SearchCondition> conditions, boolean isComplete) {
        var view = records.view();
        view.hold();
        return new RecordQuery(view, indexes, seen.of(view, now), conditions, isComplete);
    }

    /** The records that may hold a text in an attribute: all of them when no index can tell. */
    Stream<StoredRecord> mayHold(AttributePath path, String text, boolean ignoresCase) {
        var view = records.view();
        return indexes.at(path)
                .filter(index -> !(ignoresCase && index.definition().caseSensitive()))
                .flatMap(index -> index.range(text).map(range -> stream(view.entries(index.name(), range, false))
                        .map(TableView::keyOf)
                        .distinct()
                        .sorted()
                        .flatMap(key -> view.get(key).stream())))
                .orElseGet(this::stream);
    }

    /** Adds a record. */
    void insert(StoredRecord record) {
        if (!records.insert(RecordKeys.of(record.id()), record)) {
            throw new IllegalStateException("a fresh id is taken: " + record.id());
        }
    }

    /** The table's own way of adding many records; empty when they are best added one by one. */
    Optional<TableLoad<StoredRecord>> load() {
        return records.load();
    }

    /** Has the indexes know every record, after records were added in a way that was not finished. */
    void completeIndexes() {
        records.keepIndexes(indexes.rules(unique.together()));
    }

    /** Adds a record that was there before. */
    void bringBack(StoredRecord record) {
        insert(record);
        seen.refresh(this::byUuid);
    }

    /** Puts a changed record in the place of the one it was. */
    void replace(StoredRecord record, StoredRecord changed) {
        records.put(RecordKeys.of(record.id()), changed);
        versions.add(record);
    }

    void delete(StoredRecord record, Instant now) {
        records.remove(RecordKeys.of(record.id()));
        versions.add(record);
        seen.forget(record, now);
    }

    /** Makes it as if a record that was only just created had never been. */
    void takeBack(StoredRecord created) {
        records.remove(RecordKeys.of(created.id()));
    }

    /** Changes the values of every record, without a new version and a new {@code lastUpdated}. */
    void rewrite(UnaryOperator<ObjectNode> change) {
        stream()
                .forEach(record -> records.put(
                        RecordKeys.of(record.id()),
                        new StoredRecord(
                                record.id(),
                                record.uuid(),
                                record.created(),
                                record.lastUpdated(),
                                change.apply(record.values().deepCopy()),
                                record.formerPasswords())));
    }
}
