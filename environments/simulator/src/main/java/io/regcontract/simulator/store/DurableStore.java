package io.regcontract.simulator.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BooleanSupplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;
import tools.jackson.core.JacksonException;

/**
 * State that outlives the process, in one file. Tables are read into memory once and answered from there; a commit
 * brings all that the calling thread has changed since its last one into the file, whole or not at all, together with
 * what other threads have to commit at that moment. When it was waited for, the change is with the operating system: a
 * process that is killed at any moment loses nothing that it has committed. Nothing waits for the disk itself, so a machine that loses its power can leave a damaged file
 * behind. A damaged file is refused; only damage to the last part looks like a commit that never came to its end, and
 * leaves what was there before it.
 */
public final class DurableStore implements Store {

    private static final String ABOUT = "about";
    private static final String FORMAT = "format";
    private static final String FORMAT_VERSION = "regcontract-simulator/1";
    private static final String TABLE = "table/";

    /** Space that no one refers to is used again at once: longer would help against a loss of power only. */
    private static final int RETENTION = 0;
    /** After so many commits, sparse parts of the file are written anew, so that it cannot grow without end. */
    private static final int COMMITS_BETWEEN_CLEANINGS = 256;

    private static final int FULL_ENOUGH_PERCENT = 60;
    private static final int CLEANED_AT_ONCE = 1024 * 1024;

    private final Path file;
    private final MVStore pages;
    private final Map<String, MVMap<String, String>> maps = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> unread = new ConcurrentHashMap<>();
    private final Map<String, DurableTable<?>> tables = new ConcurrentHashMap<>();
    private final ThreadLocal<Set<Place>> changed = ThreadLocal.withInitial(LinkedHashSet::new);
    /** Guards what is to be written next, and who writes. */
    private final Object turn = new Object();

    private Batch next = new Batch();
    private volatile Batch newest;
    private boolean writing;
    private int commits;

    private DurableStore(Path file, MVStore pages) {
        this.file = file;
        this.pages = pages;
        this.newest = new Batch();
        this.newest.taken = true;
        this.newest.done = true;
    }

    /**
     * Opens a state file, or begins a new one.
     *
     * @throws StateFileException when the file is damaged, is something else, is in use, or cannot be read and written
     */
    public static DurableStore open(Path file) {
        refuseUnusable(file);
        MVStore pages;
        try {
            pages = new MVStore.Builder()
                    .fileName(file.toAbsolutePath().toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(1)
                    .open();
        } catch (MVStoreException unusable) {
            throw unusable.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new StateFileException(
                            "the state file " + file
                                    + " is in use; stop the simulator that uses it, or give another file",
                            unusable)
                    : damaged(file, unusable);
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            throw damaged(file, unusable);
        }
        try {
            pages.setRetentionTime(RETENTION);
            var store = new DurableStore(file, pages);
            store.read();
            return store;
        } catch (MVStoreException | IllegalArgumentException | IllegalStateException broken) {
            pages.closeImmediately();
            throw damaged(file, broken);
        } catch (StateFileException unusable) {
            pages.closeImmediately();
            throw unusable;
        }
    }

    @Override
    @SuppressWarnings("unchecked") // A name belongs to one type: the callers' agreement.
    public <V> Table<V> table(String name, Class<V> type) {
        return (Table<V>) tables.computeIfAbsent(name, unused -> new DurableTable<>(name, values(name, type)));
    }

    @Override
    public void drop(String name) {
        Optional.ofNullable(unread.remove(name)).ifPresent(values -> values.keySet()
                .forEach(key -> changed.get().add(new Place(name, key))));
        Optional.ofNullable(tables.remove(name)).ifPresent(DurableTable::detach);
    }

    @Override
    public Keeping keep() {
        var places = changed.get();
        if (places.isEmpty()) {
            var open = newest;
            return open.done ? Keeping.NOTHING : open;
        }
        synchronized (turn) {
            // What is in memory now counts, not what this thread wrote: whoever comes last agrees with memory.
            places.forEach(place -> next.add(place, written(place)));
            places.clear();
            newest = next;
            return next;
        }
    }

    @Override
    public void close() {
        synchronized (pages) {
            pages.close();
        }
        tables.clear();
    }

    /** Waits on a monitor. What was begun comes to its end, whoever wants it to stop: half a commit is none. */
    private static void uninterrupted(Object monitor, BooleanSupplier aWhileLonger) {
        boolean interrupted = false;
        synchronized (monitor) {
            while (aWhileLonger.getAsBoolean()) {
                try {
                    monitor.wait();
                } catch (InterruptedException stop) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuseUnusable(Path file) {
        var directory = Optional.ofNullable(file.toAbsolutePath().getParent());
        if (directory.filter(Files::isDirectory).isEmpty()) {
            throw new StateFileException("the directory of the state file " + file + " does not exist; make it first");
        }
        if (Files.isDirectory(file)) {
            throw new StateFileException("the state file " + file + " is a directory; name a file in it");
        }
        if (Files.exists(file)
                ? !Files.isReadable(file) || !Files.isWritable(file)
                : !Files.isWritable(directory.get())) {
            throw new StateFileException("the state file " + file + " cannot be read and written by this user");
        }
    }

    private static StateFileException damaged(Path file, RuntimeException cause) {
        return new StateFileException(
                "the state file " + file + " is damaged or no state of this program; move it away or give another file",
                cause);
    }

    /** Reads everything once, so that damage shows at the start and not in the middle of a call. */
    private void read() {
        var names = pages.getMapNames();
        var about = map(ABOUT);
        var format = Optional.ofNullable(about.get(FORMAT));
        if (format.isEmpty() && !names.isEmpty()) {
            throw new StateFileException("the state file " + file + " belongs to another program; give another file");
        }
        if (format.isPresent() && !format.get().equals(FORMAT_VERSION)) {
            throw new StateFileException("the state file " + file + " has the format " + format.get()
                    + ", and this version reads " + FORMAT_VERSION + "; give another file");
        }
        for (var name : names) {
            if (name.startsWith(TABLE)) {
                var values = new TreeMap<String, String>();
                map(name).entrySet().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
                if (values.isEmpty()) {
                    pages.removeMap(map(name));
                    maps.remove(name);
                } else {
                    unread.put(name.substring(TABLE.length()), values);
                }
            }
        }
        about.put(FORMAT, FORMAT_VERSION);
        pages.commit();
    }

    private MVMap<String, String> map(String name) {
        return maps.computeIfAbsent(
                name,
                unused -> pages.openMap(
                        name,
                        new MVMap.Builder<String, String>()
                                .keyType(StringDataType.INSTANCE)
                                .valueType(StringDataType.INSTANCE)));
    }

    private <V> Map<String, V> values(String name, Class<V> type) {
        var values = new TreeMap<String, V>();
        try {
            Optional.ofNullable(unread.remove(name))
                    .ifPresent(found -> found.forEach((key, text) -> values.put(key, StoredJson.read(text, type))));
        } catch (JacksonException noValue) {
            throw damaged(file, noValue);
        }
        return values;
    }

    private Optional<String> written(Place place) {
        return Optional.ofNullable(tables.get(place.table())).flatMap(table -> table.written(place.key()));
    }

    private void write(Batch batch) {
        synchronized (pages) {
            batch.texts.forEach((place, text) -> {
                var map = map(TABLE + place.table());
                text.ifPresentOrElse(value -> map.put(place.key(), value), () -> map.remove(place.key()));
            });
            pages.commit();
            clean();
        }
    }

    private void clean() {
        commits++;
        if (commits % COMMITS_BETWEEN_CLEANINGS == 0) {
            pages.compact(FULL_ENOUGH_PERCENT, CLEANED_AT_ONCE);
        }
    }

    /** Where a value stands. */
    private record Place(String table, String key) {}

    /**
     * What goes into the file together. The first of those who wait for it writes it for all, as soon as the batch before
     * it is written; what is added while that one is under way makes it larger.
     */
    private final class Batch implements Keeping {

        private final Map<Place, Optional<String>> texts = new LinkedHashMap<>();
        private boolean taken;
        private Optional<String> failure = Optional.empty();
        /** Written, or given up. */
        private volatile boolean done;

        void add(Place place, Optional<String> text) {
            texts.put(place, text);
        }

        @Override
        public void await() {
            if (isMine()) {
                write();
            } else {
                uninterrupted(this, () -> !done);
            }
            failure.ifPresent(reason -> {
                throw new StorageFault("the state file " + file + " cannot be written: " + reason);
            });
        }

        /** Whether the calling thread is the one to write the batch; waits for its turn then. */
        @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: who does not come along is written next.
        private boolean isMine() {
            synchronized (turn) {
                if (taken) {
                    return false;
                }
                taken = true;
            }
            // Who is about to change something may come along: a commit costs as much for eight as for one.
            Thread.yield();
            synchronized (turn) {
                uninterrupted(turn, () -> writing);
                writing = true;
                next = new Batch();
                return true;
            }
        }

        private void write() {
            Optional<String> reason = Optional.of("the write was broken off");
            try {
                DurableStore.this.write(this);
                reason = Optional.empty();
            } catch (MVStoreException failed) {
                reason = Optional.of(String.valueOf(failed.getMessage()));
            } finally {
                synchronized (turn) {
                    writing = false;
                    turn.notifyAll();
                }
                synchronized (this) {
                    failure = reason;
                    done = true;
                    notifyAll();
                }
            }
        }
    }

    private final class DurableTable<V> implements Table<V> {

        private final String name;
        private final ConcurrentSkipListMap<String, V> values;
        private volatile boolean detached;

        DurableTable(String name, Map<String, V> values) {
            this.name = name;
            this.values = new ConcurrentSkipListMap<>(values);
        }

        @Override
        public Optional<V> get(String key) {
            return Optional.ofNullable(values.get(key));
        }

        @Override
        public boolean insert(String key, V value) {
            boolean free = values.putIfAbsent(key, value) == null;
            if (free) {
                touched(key);
            }
            return free;
        }

        @Override
        public void put(String key, V value) {
            values.put(key, value);
            touched(key);
        }

        @Override
        public Optional<V> remove(String key) {
            var removed = Optional.ofNullable(values.remove(key));
            removed.ifPresent(unused -> touched(key));
            return removed;
        }

        @Override
        public Collection<V> values() {
            return List.copyOf(values.values());
        }

        @Override
        public List<String> keys() {
            return List.copyOf(values.keySet());
        }

        Optional<String> written(String key) {
            return get(key).map(StoredJson::write);
        }

        /** No one finds this table any more; who still holds it writes into nothing that is kept. */
        void detach() {
            values.keySet().forEach(this::touched);
            detached = true;
        }

        private void touched(String key) {
            if (!detached) {
                changed.get().add(new Place(name, key));
            }
        }
    }
}
