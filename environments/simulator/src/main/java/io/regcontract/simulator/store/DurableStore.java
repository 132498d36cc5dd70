package io.regcontract.simulator.store;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * State that outlives the process, in one file. Tables are read into memory once and answered from there. A commit
 * brings all that the calling thread has changed since its last one into the file, whole or not at all. After the
 * wait for it, the change is with the operating system: a process that is killed at any moment loses nothing that it
 * has committed. Nothing waits for the disk, so a machine that loses its power can leave a damaged file behind. A
 * damaged file is refused; only damage to the last part looks like a commit that did not end, and leaves what was
 * there before it.
 *
 * <p>When the file cannot be written, because the disk is full, memory goes back to what the file has, all threads
 * that wrote since are told, and the next commit tries again. When the file is gone or was cut short, the store
 * ends.
 */
public final class DurableStore implements Store {

    private final Path file;
    private final Tables tables = new Tables(true);
    private final Map<String, ConcurrentSkipListMap<String, String>> unread = new ConcurrentHashMap<>();
    /** Shared by all pieces of work; held alone while memory is brought back to what the file has. */
    private final ReentrantReadWriteLock working = new ReentrantReadWriteLock();
    /** One thread at a time reads and writes the file. */
    private final Object pages = new Object();

    private final StateFile state;
    private final GroupCommit commits;
    private final StateFileWatch watch;
    private volatile Runnable whenTakenBack = () -> {};
    private volatile Consumer<String> whenLost = sentence -> {};
    private volatile Optional<String> lost = Optional.empty();

    private DurableStore(Path file, StateFile state, Map<String, ConcurrentSkipListMap<String, String>> content) {
        this.file = file;
        this.state = state;
        this.unread.putAll(content);
        this.commits = new GroupCommit(file, new FileTarget());
        this.watch = StateFileWatch.start(this::look);
    }

    /**
     * Opens a state file, or begins a new one.
     *
     * @throws StateFileException when the file is damaged, is something else, is in use, or cannot be read and written
     */
    public static DurableStore open(Path file) {
        return open(file, "");
    }

    /** Opens a state file through a layer of the file library, by the layer's prefix. */
    static DurableStore open(Path file, String layer) {
        var opened = StateFile.open(file, layer);
        try {
            var content = opened.content();
            return new DurableStore(file, FileCompaction.perform(opened, file, layer, content), content);
        } catch (StateFileException unusable) {
            opened.closeAtOnce();
            throw unusable;
        }
    }

    /**
     * Calls a listener after the tables have been brought back to what the file has, so that what was derived from them
     * can be derived anew. No piece of work is under way then.
     */
    public void onTakenBack(Runnable listener) {
        whenTakenBack = listener;
    }

    /**
     * Tells a listener once when the file is gone, at once if it is already.
     *
     * @param listener takes the reason, a sentence without its full stop
     */
    public void onLoss(Consumer<String> listener) {
        synchronized (pages) {
            whenLost = listener;
            lost.ifPresent(listener);
        }
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
    public void drop(String name) {
        var neverRead = unread.remove(name);
        if (neverRead != null) {
            tables.changes().dropped(name, List.copyOf(neverRead.keySet()), () -> unread.put(name, neverRead));
        }
        tables.drop(name);
    }

    @Override
    public Work begin() {
        working.readLock().lock();
        if (lost.isPresent()) {
            working.readLock().unlock();
            throw new StorageException(lost.get());
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
            var written = new LinkedHashMap<TableKey, SerializedValue>();
            mine.places().forEach(place -> written.put(place, SerializedValue.of(tables.value(place))));
            return commits.add(mine, written, tables::value);
        } catch (JacksonException | StackOverflowError unwritable) {
            throw new StorageException("a value cannot be kept in the state file: " + unwritable.getMessage());
        } finally {
            // Does nothing unless the above failed.
            mine.undo();
            mine.clear();
        }
    }

    @Override
    public void close() {
        watch.close();
        synchronized (pages) {
            state.close();
        }
        tables.clear();
    }

    private <V> ConcurrentSkipListMap<String, V> values(String name, Class<V> type) {
        var values = new ConcurrentSkipListMap<String, V>();
        try {
            Optional.ofNullable(unread.remove(name))
                    .ifPresent(found -> found.forEach((key, text) -> values.put(key, StoredJson.read(text, type))));
        } catch (JacksonException noValue) {
            throw StateFileException.damaged(file, noValue);
        }
        return values;
    }

    private void restore(TableKey place) {
        if (tables.has(place.table())) {
            tables.restore(place, state.text(place));
        } else {
            var texts = state.texts(place.table());
            if (!texts.isEmpty()) {
                unread.put(place.table(), texts);
            }
        }
    }

    /** Looks whether the file is still there. */
    private void look() {
        Optional<String> loss;
        synchronized (pages) {
            loss = state.loss();
        }
        loss.ifPresent(what -> lose(String.valueOf(new LostStateException(file, what).getMessage())));
    }

    private void lose(String sentence) {
        synchronized (pages) {
            if (lost.isEmpty()) {
                lost = Optional.of(sentence);
                whenLost.accept(sentence);
            }
        }
    }

    /** Writes batches to the file, and brings memory back to the file when that fails. */
    private final class FileTarget implements GroupCommit.Target {

        @Override
        public boolean isWorking() {
            return working.getReadHoldCount() > 0;
        }

        @Override
        public Optional<String> write(GroupCommit.Batch batch) {
            try {
                writeAll(batch);
                return Optional.empty();
            } catch (LostStateException gone) {
                var reason = String.valueOf(gone.getMessage());
                lose(reason);
                return Optional.of(reason);
            } catch (RuntimeException failed) {
                return Optional.of(String.valueOf(failed.getMessage()));
            }
        }

        private void writeAll(GroupCommit.Batch batch) {
            synchronized (pages) {
                lost.ifPresent(sentence -> {
                    throw new StorageException(sentence);
                });
                state.write(batch.texts(), batch.dropped());
                try {
                    state.clean();
                } catch (RuntimeException noRoom) {
                    // The batch is in the file. What cleaning needs is tried again later.
                    state.reopen();
                }
            }
        }

        /** What came after the failed batch goes too. */
        @Override
        public void takeBack(GroupCommit.Batch failed, String reason) {
            working.writeLock().lock();
            try {
                var after = commits.discardNext();
                synchronized (pages) {
                    if (lost.isEmpty()) {
                        state.reopen();
                        failed.texts().keySet().forEach(DurableStore.this::restore);
                        after.texts().keySet().forEach(DurableStore.this::restore);
                    }
                }
                if (lost.isEmpty()) {
                    whenTakenBack.run();
                }
                after.end(Optional.of(reason));
            } catch (RuntimeException beyondRepair) {
                lose(String.valueOf(beyondRepair.getMessage()));
            } finally {
                working.writeLock().unlock();
            }
        }
    }
}
