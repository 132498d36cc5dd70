package io.regcontract.simulator.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;

/**
 * State that outlives the process, in one file. Tables are read into memory once and answered from there; a commit
 * brings all that the calling thread has changed since its last one into the file, whole or not at all, together with
 * what other threads have to commit at that moment. When it was waited for, the change is with the operating system: a
 * process that is killed at any moment loses nothing that it has committed. Nothing waits for the disk itself, so a machine that loses its power can leave a damaged file
 * behind. A damaged file is refused; only damage to the last part looks like a commit that never came to its end, and
 * leaves what was there before it.
 *
 * <p>When the file cannot be written, because the disk is full, memory goes back to what the file has, everyone who wrote
 * since is told, and the next commit tries again. When the file is gone or was cut short, the store is at its end.
 */
public final class DurableStore implements Store {

    private final Path file;
    private final Tables tables = new Tables(true);
    private final Map<String, ConcurrentSkipListMap<String, String>> unread = new ConcurrentHashMap<>();
    /** Pieces of work hold it together; who brings memory back to what the file has holds it alone. */
    private final ReentrantReadWriteLock world = new ReentrantReadWriteLock();
    /** Guards what is to be written next, and who writes. */
    private final Object turn = new Object();
    /** One thread at a time reads and writes the file. */
    private final Object pages = new Object();

    private final StateFile state;
    private final StateFileWatch watch;
    private volatile Runnable whenTakenBack = () -> {};
    private volatile Consumer<String> whenLost = sentence -> {};
    private volatile Optional<String> lost = Optional.empty();

    private Batch next = new Batch();
    private volatile Batch newest;
    private boolean writing;

    private DurableStore(Path file, StateFile state, Map<String, ConcurrentSkipListMap<String, String>> content) {
        this.file = file;
        this.state = state;
        this.unread.putAll(content);
        this.newest = new Batch();
        this.newest.taken = true;
        this.newest.done = true;
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
        refuseUnusable(file);
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
     * Who has derived something from the tables does so anew when this is called: they are as the file has them again. No
     * piece of work is under way then.
     */
    public void onTakenBack(Runnable listener) {
        whenTakenBack = listener;
    }

    /** Who is told, in a sentence without its full stop, when the file is gone; once, and at once if it is already. */
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
        world.readLock().lock();
        if (lost.isPresent()) {
            world.readLock().unlock();
            throw new StorageException(lost.get());
        }
        var mine = tables.changes();
        mine.begin();
        return () -> {
            try {
                mine.end();
            } finally {
                world.readLock().unlock();
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
            var open = newest;
            return open.done ? Store.PendingCommit.NOTHING : open;
        }
        try {
            var written = new LinkedHashMap<TableKey, SerializedValue>();
            mine.places().forEach(place -> written.put(place, SerializedValue.of(tables.value(place))));
            synchronized (turn) {
                // Writes the current value in memory and not the one this thread wrote, so that the last commit agrees
                // with memory.
                written.forEach((place, known) -> next.add(place, known.asOf(tables.value(place))));
                next.dropped.addAll(mine.dropped());
                mine.clear();
                newest = next;
                return next;
            }
        } catch (JacksonException | StackOverflowError unwritable) {
            throw new StorageException("a value cannot be kept in the state file: " + unwritable.getMessage());
        } finally {
            // Nothing is left then, unless it failed.
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

    private void write(Batch batch) {
        synchronized (pages) {
            lost.ifPresent(sentence -> {
                throw new StorageException(sentence);
            });
            state.write(batch.texts, batch.dropped);
            try {
                state.clean();
            } catch (RuntimeException noRoom) {
                // The batch is in the file. What cleaning needs is tried again later.
                state.reopen();
            }
        }
    }

    /** Brings memory back to what the file has, after a batch could not be written; what came after it goes too. */
    private void takeBack(Batch failed, String reason) {
        world.writeLock().lock();
        try {
            Batch after;
            synchronized (turn) {
                after = next;
                next = new Batch();
            }
            synchronized (pages) {
                if (lost.isEmpty()) {
                    state.reopen();
                    failed.texts.keySet().forEach(this::restore);
                    after.texts.keySet().forEach(this::restore);
                }
            }
            if (lost.isEmpty()) {
                whenTakenBack.run();
            }
            after.end(Optional.of(reason));
        } catch (RuntimeException beyondRepair) {
            lose(String.valueOf(beyondRepair.getMessage()));
        } finally {
            world.writeLock().unlock();
        }
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

    /**
     * A group commit. The first waiting thread writes the batch for all; changes that arrive while the previous batch
     * is written join this one.
     */
    private final class Batch implements Store.PendingCommit {

        private final Map<TableKey, Optional<String>> texts = new LinkedHashMap<>();
        private final Set<String> dropped = new HashSet<>();
        private boolean taken;
        private Optional<String> failure = Optional.empty();
        /** Written, or given up. */
        private volatile boolean done;

        void add(TableKey place, Optional<String> text) {
            texts.put(place, text);
        }

        @Override
        public void await() {
            if (world.getReadHoldCount() > 0) {
                throw new IllegalStateException("the work must be closed before anyone waits for it");
            }
            if (isMine()) {
                write();
            } else {
                uninterrupted(this, () -> !done);
            }
            failure.ifPresent(reason -> {
                throw new StorageException("the state file " + file + " cannot be written: " + reason);
            });
        }

        /** Whether the calling thread is the one to write the batch; waits for its turn then. */
        @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: who does not come along is written next.
        private boolean isMine() {
            synchronized (turn) {
                if (taken || done) {
                    return false;
                }
                taken = true;
            }
            // Yields once so that other threads can join the batch: a commit costs the same for one change as for
            // eight.
            Thread.yield();
            synchronized (turn) {
                uninterrupted(turn, () -> writing);
                if (done) {
                    return false;
                }
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
            } catch (LostStateException gone) {
                reason = Optional.of(String.valueOf(gone.getMessage()));
                lose(reason.get());
            } catch (RuntimeException failed) {
                reason = Optional.of(String.valueOf(failed.getMessage()));
            } finally {
                try {
                    reason.ifPresent(why -> takeBack(this, why));
                } finally {
                    synchronized (turn) {
                        writing = false;
                        turn.notifyAll();
                    }
                    end(reason);
                }
            }
        }

        private void end(Optional<String> reason) {
            synchronized (this) {
                failure = reason;
                done = true;
                notifyAll();
            }
        }
    }
}
