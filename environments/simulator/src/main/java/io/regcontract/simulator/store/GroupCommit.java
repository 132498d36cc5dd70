package io.regcontract.simulator.store;

import io.regcontract.simulator.store.backend.TableKey;
import io.regcontract.simulator.store.indexed.KeptTable.Present;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Puts changes of several threads into one write. The first thread that waits for a batch writes it for all; changes
 * that arrive while a batch is written join the next one. See docs/decisions/commits-go-in-groups.md for the figures.
 */
final class GroupCommit {

    private final String place;
    private final Target target;
    /** Guards {@link #next} and {@link #writing}. */
    private final Object turn = new Object();

    private Batch next = new Batch();
    private volatile Batch newest;
    private boolean writing;

    /** @param place what is written to, as error messages name it */
    GroupCommit(String place, Target target) {
        this.place = place;
        this.target = target;
        this.newest = new Batch();
        this.newest.taken = true;
        this.newest.done = true;
    }

    /** Where batches are written to. */
    interface Target {

        /** Whether the calling thread is within a piece of work, where it must not wait. */
        boolean isWorking();

        /**
         * Writes a batch, whole or not at all.
         *
         * @return why it could not be written; empty when it was
         */
        Optional<String> write(Batch batch);

        /** Brings memory back to what was written, after a batch could not be written. */
        void takeBack(Batch failed, String reason);
    }

    /** The newest batch that anything was added to; nothing to wait for when it is written. */
    Store.PendingCommit newest() {
        var open = newest;
        return open.done ? Store.PendingCommit.NOTHING : open;
    }

    /**
     * Adds what a thread has changed to the next batch, and leaves that thread with no pending changes.
     *
     * @param written the values that the thread wrote, serialized
     * @param present the value in memory at a place now. It is written even where another thread has written it, so
     *     that the last commit agrees with memory
     */
    Store.PendingCommit add(
            PendingChanges changes, Map<TableKey, SerializedValue> written, Function<TableKey, Present> present) {
        synchronized (turn) {
            next.add(changes, written, present);
            changes.clear();
            newest = next;
            return next;
        }
    }

    /** Takes the batch that has not been started yet out of the queue. */
    Batch discardNext() {
        synchronized (turn) {
            var discarded = next;
            next = new Batch();
            return discarded;
        }
    }

    /** Waits on a monitor, past interrupts: half a commit is none. */
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

    /** Changes that are written together. */
    final class Batch implements Store.PendingCommit {

        private final Map<TableKey, Optional<String>> texts = new LinkedHashMap<>();
        private final Map<String, Object> dropped = new HashMap<>();
        private final Map<TableKey, Object> marks = new HashMap<>();
        private boolean taken;
        private Optional<String> failure = Optional.empty();
        /** Written, or given up. */
        private volatile boolean done;

        /** The texts to write; empty where a value is to be removed. */
        Map<TableKey, Optional<String>> texts() {
            return texts;
        }

        private void add(
                PendingChanges changes, Map<TableKey, SerializedValue> written, Function<TableKey, Present> present) {
            dropped.putAll(changes.dropped());
            written.forEach((place, known) -> {
                var now = known.asOf(present.apply(place));
                texts.put(place, now.text());
                now.present().mark().ifPresent(mark -> marks.put(place, mark));
            });
        }

        /** The tables that were dropped, each with what stands for its last removal. */
        Map<String, Object> dropped() {
            return dropped;
        }

        /** What the places were marked with whose texts are written, as far as they were marked. */
        Map<TableKey, Object> marks() {
            return marks;
        }

        @Override
        public void await() {
            if (target.isWorking()) {
                throw new IllegalStateException("the work must be closed before anyone waits for it");
            }
            if (isMine()) {
                write();
            } else {
                uninterrupted(this, () -> !done);
            }
            failure.ifPresent(reason -> {
                throw new StorageException(place + " cannot be written: " + reason);
            });
        }

        /** Lets those who wait for the batch go on. */
        void end(Optional<String> reason) {
            synchronized (this) {
                failure = reason;
                done = true;
                notifyAll();
            }
        }

        /** Whether the calling thread is the one to write the batch; waits for its turn then. */
        @SuppressWarnings("ThreadPriorityCheck") // Nothing relies on it: a change that misses the batch joins the next.
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
                reason = target.write(this);
            } finally {
                try {
                    reason.ifPresent(why -> target.takeBack(this, why));
                } finally {
                    synchronized (turn) {
                        writing = false;
                        turn.notifyAll();
                    }
                    end(reason);
                }
            }
        }
    }
}
