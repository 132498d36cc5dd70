package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.StateBackend;
import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.backend.UnusableStateException;
import io.regcontract.simulator.store.disk.DiskTable;
import io.regcontract.simulator.store.disk.TableNames;
import io.regcontract.simulator.store.disk.TextCodec;
import io.regcontract.simulator.store.file.StateFile;
import io.regcontract.simulator.store.indexed.IndexedTable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * State that outlives the process, in a file or another {@link StateBackend}. Tables are read into memory once and
 * answered from there. A commit brings all that the calling thread has changed since its last one into the backend,
 * whole or not at all. After the wait for it, the change is safe from the end of this process: one that is killed at
 * any moment loses nothing that it has committed.
 *
 * <p>When the backend cannot be written, because the disk is full, memory goes back to what the backend has, all
 * threads that wrote since are told, and the next commit tries again. When the backend cannot even be read, because a
 * database restarts, no work begins until it can. When the backend is lost, because its file is gone or was cut short,
 * the store ends.
 */
public final class DurableStore implements Store {

    private final Tables tables = new Tables(true);
    private final Map<String, SortedMap<String, String>> unread = new ConcurrentHashMap<>();
    /** Shared by all pieces of work; held alone while memory is brought back to what the backend has. */
    private final ReentrantReadWriteLock working = new ReentrantReadWriteLock();

    private final BackendAccess access;
    private final GroupCommit commits;
    private final StateWatch watch;
    private volatile Runnable whenTakenBack = () -> {};

    private DurableStore(StateBackend backend, Map<String, SortedMap<String, String>> content) {
        this.access = new BackendAccess(backend);
        this.unread.putAll(content);
        this.commits = new GroupCommit(backend.name(), new BackendTarget());
        this.watch = StateWatch.start(this::look);
    }

    /**
     * Opens a state file, or begins a new one. A change that was committed is with the operating system, and nothing
     * waits for the disk, so a machine that loses its power can leave a damaged file behind. A damaged file is
     * refused; only damage to the last part looks like a commit that did not end, and leaves what was there before
     * it.
     *
     * @throws UnusableStateException when the file is damaged, is something else, is in use, or cannot be read and
     *     written
     */
    public static DurableStore open(Path file) {
        return on(StateFile.open(file, ""));
    }

    /**
     * A store on a backend that was opened, which it closes when it is closed itself.
     *
     * @throws UnusableStateException when what is there cannot be read; the backend is closed then
     */
    public static DurableStore on(StateBackend opened) {
        try {
            return new DurableStore(opened, opened.content());
        } catch (UnusableStateException unusable) {
            opened.close();
            throw unusable;
        }
    }

    /**
     * Calls a listener after the tables have been brought back to what the backend has, so that what was derived from them
     * can be derived anew. No piece of work is under way then.
     */
    public void onTakenBack(Runnable listener) {
        whenTakenBack = listener;
    }

    /**
     * Tells a listener once when the backend is lost, at once if it is already.
     *
     * @param listener takes the reason, a sentence without its full stop
     */
    public void onLoss(Consumer<String> listener) {
        access.onLoss(listener);
    }

    @Override
    public <V> Table<V> table(String name, Class<V> type) {
        return tables.table(name, type, false, unused -> values(name, type));
    }

    @Override
    public <V> Table<V> lasting(String name, Class<V> type) {
        return tables.table(name, type, true, unused -> values(name, type));
    }

    @Override
    public <V> IndexedTable<V> indexed(String name, Class<V> type) {
        var ordered = access.backend().ordered();
        if (ordered.isEmpty()) {
            return tables.inMemory(name, type, unused -> values(name, type));
        }
        var table = tables.<V, DiskTable<V>>indexed(
                name,
                type,
                changes -> new DiskTable<>(
                        TableNames.of(name),
                        ordered.get(),
                        step -> access.direct(() -> step.accept(ordered.get())),
                        codec(type),
                        tables.removal(name),
                        changes));
        // What an earlier version, which had all tables in memory, left of it.
        Optional.ofNullable(unread.remove(name)).ifPresent(former -> {
            tables.changes().dropped(name, new Object(), List.copyOf(former.keySet()), () -> unread.put(name, former));
            former.forEach((key, text) -> table.put(key, parsed(text, type)));
        });
        return table;
    }

    @Override
    public void drop(String name) {
        var neverRead = unread.remove(name);
        if (neverRead != null) {
            tables.changes()
                    .dropped(name, new Object(), List.copyOf(neverRead.keySet()), () -> unread.put(name, neverRead));
        }
        if (!tables.drop(name) && access.backend().ordered().isPresent()) {
            tables.noteRemoval(name, () -> {});
        }
    }

    @Override
    public Work begin() {
        if (access.isDueForATry()) {
            comeBack();
        }
        working.readLock().lock();
        var refusal = access.refusal();
        if (refusal.isPresent()) {
            working.readLock().unlock();
            throw new StorageException(refusal.get());
        }
        var mine = tables.changes();
        mine.begin();
        return () -> {
            try {
                mine.end();
            } finally {
                working.readLock().unlock();
            }
        };
    }

    @Override
    public boolean undo() {
        return tables.changes().undo();
    }

    @Override
    public Store.PendingCommit beginCommit() {
        var mine = tables.changes();
        if (mine.isEmpty()) {
            return commits.newest();
        }
        try {
            return commits.add(mine, written(mine), tables::present);
        } catch (JacksonException | StackOverflowError unwritable) {
            throw new StorageException("a value cannot be kept in " + access.name() + ": " + unwritable.getMessage());
        } finally {
            // Does nothing unless the above failed.
            mine.undo();
            mine.clear();
        }
    }

    private Map<TableKey, SerializedValue> written(PendingChanges mine) {
        var written = new LinkedHashMap<TableKey, SerializedValue>();
        mine.places().forEach(place -> written.put(place, SerializedValue.of(tables.present(place))));
        return written;
    }

    private <V> TextCodec<V> codec(Class<V> type) {
        return new TextCodec<>(StoredJson::writeBytes, text -> {
            try {
                return StoredJson.read(text, type);
            } catch (JacksonException noValue) {
                throw access.backend().damaged(noValue);
            }
        });
    }

    private <V> V parsed(String text, Class<V> type) {
        try {
            return StoredJson.read(text, type);
        } catch (JacksonException noValue) {
            throw access.backend().damaged(noValue);
        }
    }

    @Override
    public void close() {
        watch.close();
        access.close();
        tables.clear();
    }

    private <V> ConcurrentSkipListMap<String, V> values(String name, Class<V> type) {
        var values = new ConcurrentSkipListMap<String, V>();
        Optional.ofNullable(unread.remove(name))
                .ifPresent(found -> found.forEach((key, text) -> values.put(key, parsed(text, type))));
        return values;
    }

    private void restore(TableKey place) {
        if (TableNames.isPart(place.table())) {
            return;
        }
        if (tables.has(place.table())) {
            tables.restore(place, access.backend().text(place));
        } else {
            var texts = access.backend().texts(place.table());
            if (!texts.isEmpty()) {
                unread.put(place.table(), texts);
            }
        }
    }

    /** Looks whether the backend is still there, or there again. */
    private void look() {
        if (access.isDueForATry()) {
            comeBack();
        }
        access.look();
    }

    /** Tries to reach a backend again that was away, and brings memory back to it. */
    private void comeBack() {
        if (!access.reaches()) {
            return;
        }
        working.writeLock().lock();
        try {
            if (access.isAway()) {
                takeBack(Set.of());
            }
        } finally {
            working.writeLock().unlock();
        }
    }

    /** Brings memory back to what the backend has, at these places and at those that waited for it. */
    private void takeBack(Set<TableKey> places) {
        access.bringBack(places, this::restore, tables::forgetUnwritten, whenTakenBack);
    }

    /** Writes batches to the backend, and brings memory back to it when that fails. */
    private final class BackendTarget implements GroupCommit.Target {

        @Override
        public boolean isWorking() {
            return working.getReadHoldCount() > 0;
        }

        @Override
        public Optional<String> write(GroupCommit.Batch batch) {
            return access.write(() -> {
                access.backend().write(batch.texts(), batch.dropped().keySet());
                batch.dropped().forEach(tables::removed);
                tables.written(batch.marks());
            });
        }

        /** What came after the failed batch goes too. */
        @Override
        public void takeBack(GroupCommit.Batch failed, String reason) {
            working.writeLock().lock();
            try {
                var after = commits.discardNext();
                var places = new HashSet<>(failed.texts().keySet());
                places.addAll(after.texts().keySet());
                DurableStore.this.takeBack(places);
                after.end(Optional.of(reason));
            } finally {
                working.writeLock().unlock();
            }
        }
    }
}
