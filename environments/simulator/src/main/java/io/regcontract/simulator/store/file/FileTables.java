package io.regcontract.simulator.store.file;

import io.regcontract.simulator.store.StorageException;
import io.regcontract.simulator.store.backend.OrderedTables;
import io.regcontract.simulator.store.backend.StoredText;
import io.regcontract.simulator.store.backend.TableKey;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;

/** The tables of a state file that are looked into where they lie. */
final class FileTables implements OrderedTables {

    /** Of more texts than these nobody wants to know the length at each start. */
    private static final long MOST_MEASURED = 50_000;
    /** What a text needs in the file besides itself and its key, roughly. */
    private static final int AROUND_A_TEXT = 16;

    private static final int COPIED_AT_ONCE = 10_000;

    private final StateFile file;
    private final Map<String, MVMap<String, byte[]>> maps = new ConcurrentHashMap<>();
    private final Set<Use> uses = ConcurrentHashMap.newKeySet();

    /** Room of the file that a snapshot may need. */
    private static final class Use {

        private final MVStore pages;
        private final MVStore.TxCounter usage;

        Use(MVStore pages, MVStore.TxCounter usage) {
            this.pages = pages;
            this.usage = usage;
        }
    }

    FileTables(StateFile file) {
        this.file = file;
    }

    /** Whether a table is one of these. */
    static boolean isOrdered(String table) {
        return table.startsWith(PREFIX);
    }

    @Override
    public Snapshot snapshot() {
        var pages = file.pages();
        var use = new Use(pages, pages.registerVersionUsage());
        uses.add(use);
        return new FileSnapshot(this, pages, () -> release(use));
    }

    @Override
    public Optional<byte[]> text(String table, String key) {
        var pages = file.pages();
        var usage = pages.registerVersionUsage();
        try {
            return Optional.ofNullable(map(table).get(key));
        } catch (MVStoreException unreadable) {
            throw new StorageException("the state file cannot be read: " + unreadable.getMessage());
        } finally {
            pages.deregisterVersionUsage(usage);
        }
    }

    @Override
    public void put(String table, String key, byte[] text) {
        map(table).put(key, text);
    }

    /** What comes behind all that is there is appended, which takes far less time. */
    @Override
    public void putAll(String table, Iterator<Map.Entry<String, byte[]>> texts) {
        var map = map(table);
        var last = map.lastKey();
        while (texts.hasNext()) {
            var text = texts.next();
            if (last == null || last.compareTo(text.getKey()) < 0) {
                map.append(text.getKey(), text.getValue());
                last = text.getKey();
            } else {
                map.put(text.getKey(), text.getValue());
            }
        }
    }

    @Override
    public void remove(String table, String key) {
        map(table).remove(key);
    }

    @Override
    public void clear(String table) {
        map(table).clear();
    }

    @Override
    public void flush() {
        file.commit();
    }

    /** Empties a table and all whose names continue its name: its indexes. */
    void clearAll(String table) {
        for (var name : file.pages().getMapNames()) {
            if (name.equals(table) || name.startsWith(table + INDEX)) {
                map(name).clear();
            }
        }
    }

    void write(TableKey place, Optional<String> text) {
        text.ifPresentOrElse(
                value -> put(place.table(), place.key(), StoredText.bytes(value)),
                () -> remove(place.table(), place.key()));
    }

    /** The file is about to be closed: nothing is read any more of what it was. */
    void forgetMaps() {
        maps.clear();
        uses.forEach(this::release);
    }

    private void release(Use use) {
        if (uses.remove(use) && !use.pages.isClosed()) {
            use.pages.deregisterVersionUsage(use.usage);
        }
    }

    /** What the tables need in a file, in bytes, roughly; very much when they are large. */
    long room() {
        long room = 0;
        for (var name : file.pages().getMapNames()) {
            if (!isOrdered(name)) {
                continue;
            }
            var map = map(name);
            if (map.sizeAsLong() > MOST_MEASURED) {
                return Long.MAX_VALUE / 2;
            }
            var cursor = map.cursor(null);
            while (cursor.hasNext()) {
                room += cursor.next().length() + cursor.getValue().length + AROUND_A_TEXT;
            }
        }
        return room;
    }

    /** Puts everything into another file. */
    void copyTo(StateFile target) {
        long copied = 0;
        for (var name : file.pages().getMapNames()) {
            if (isOrdered(name)) {
                var tables = target.ordered().orElseThrow();
                var cursor = map(name).cursor(null);
                while (cursor.hasNext()) {
                    tables.put(name, cursor.next(), cursor.getValue());
                    copied++;
                    if (copied % COPIED_AT_ONCE == 0) {
                        tables.flush();
                    }
                }
            }
        }
    }

    MVMap<String, byte[]> map(String table) {
        return maps.computeIfAbsent(table, unused -> file.pages()
                .openMap(
                        table,
                        new MVMap.Builder<String, byte[]>()
                                .keyType(StringDataType.INSTANCE)
                                .valueType(ByteArrayDataType.INSTANCE)));
    }
}
