package io.regcontract.simulator.store.file;

import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.indexed.KeyRange;
import java.lang.ref.Cleaner;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** What the tables of a state file had at one moment. The file does not use the room of it for anything else. */
final class FileSnapshot implements OrderedTables.Snapshot {

    private static final Cleaner FORGOTTEN = Cleaner.create();

    private final FileTables tables;
    private final MVStore pages;
    private final Map<String, MVMap<String, byte[]>> held = new HashMap<>();
    private final Runnable release;
    private Optional<Cleaner.Cleanable> forgotten = Optional.empty();

    /** @param release gives the room back, once */
    FileSnapshot(FileTables tables, MVStore pages, Runnable release) {
        this.tables = tables;
        this.pages = pages;
        this.release = release;
    }

    @Override
    public void hold(Iterable<String> names) {
        names.forEach(this::map);
        // One that is not closed gives its room back when it is collected.
        forgotten = forgotten.or(() -> Optional.of(FORGOTTEN.register(this, release)));
    }

    @Override
    public Optional<byte[]> text(String table, String key) {
        return read(() -> {
            var known = held.get(table);
            return Optional.ofNullable((known == null ? tables.map(table) : known).get(key));
        });
    }

    @Override
    public long count(String table, KeyRange range) {
        return read(() -> {
            if (range.isEmpty()) {
                return 0L;
            }
            var map = map(table);
            return rank(map, range.before()) - rank(map, range.from());
        });
    }

    /** How many keys are less. */
    private static long rank(MVMap<String, byte[]> map, String key) {
        long place = map.getKeyIndex(key);
        return place >= 0 ? place : -place - 1;
    }

    @Override
    public Iterator<String> keys(String table, KeyRange range, boolean descending) {
        return read(() -> new Walk<>(cursor(table, range, descending), range, descending, (key, text) -> key));
    }

    @Override
    public Iterator<Map.Entry<String, byte[]>> texts(String table, KeyRange range, boolean descending) {
        return read(() -> new Walk<>(cursor(table, range, descending), range, descending, Map::entry));
    }

    private Cursor<String, byte[]> cursor(String table, KeyRange range, boolean descending) {
        return map(table).cursor(descending ? range.before() : range.from(), null, descending);
    }

    @Override
    public void close() {
        forgotten.ifPresentOrElse(Cleaner.Cleanable::clean, release);
    }

    private MVMap<String, byte[]> map(String table) {
        return held.computeIfAbsent(table, unused -> tables.map(table).openVersion(pages.getCurrentVersion()));
    }

    private static <T> T read(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MVStoreException unreadable) {
            throw new StorageException("the state file cannot be read: " + unreadable.getMessage());
        }
    }

    /** Goes through a range; the cursor may begin just before it. */
    private static final class Walk<T> implements Iterator<T> {

        private final Cursor<String, byte[]> cursor;
        private final KeyRange range;
        private final BiFunction<String, byte[], T> made;
        private Optional<String> next;

        Walk(Cursor<String, byte[]> cursor, KeyRange range, boolean descending, BiFunction<String, byte[], T> made) {
            this.cursor = cursor;
            this.range = range;
            this.made = made;
            this.next = advanced();
            if (descending && next.filter(range.before()::equals).isPresent()) {
                next = advanced();
            }
        }

        private Optional<String> advanced() {
            return read(() -> cursor.hasNext() ? Optional.of(cursor.next()) : Optional.empty());
        }

        @Override
        public boolean hasNext() {
            return next.filter(range::contains).isPresent();
        }

        @Override
        public T next() {
            var key = next.filter(range::contains).orElseThrow(NoSuchElementException::new);
            var result = read(() -> made.apply(key, cursor.getValue()));
            next = advanced();
            return result;
        }
    }
}
