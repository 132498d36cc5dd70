package io.regcontract.traffic.run;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Runs batches side by side, with two steps in each that are made in the order of the batches. What waits is bounded in
 * bytes: whoever hands over a batch waits while there is no room.
 */
final class OrderedBatches implements AutoCloseable {

    private static final int ROOM_IN_BYTES = 24 << 20;

    private final ExecutorService workers;
    private final Semaphore room = new Semaphore(ROOM_IN_BYTES);
    private final Gate first = new Gate();
    private final Gate second = new Gate();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private long submitted;

    OrderedBatches(int threads) {
        // Started in the order in which they come: a batch that waits for its turn waits for one that runs.
        workers = Executors.newFixedThreadPool(threads, task -> {
            var thread = new Thread(task, "judge");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Lets batches pass in their order. */
    private static final class Gate {
        private long next;

        synchronized void pass(long number, Runnable step) {
            while (next != number) {
                try {
                    wait();
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    throw new IllegalStateException("the judging was stopped", stop);
                }
            }
            try {
                step.run();
            } finally {
                next++;
                notifyAll();
            }
        }

        synchronized void skip(long number) {
            if (next <= number) {
                pass(number, () -> {});
            }
        }
    }

    /** The two steps of a batch that wait for the batches before it. */
    final class Turn {
        private final long number;

        private Turn(long number) {
            this.number = number;
        }

        void first(Runnable step) {
            first.pass(number, step);
        }

        void second(Runnable step) {
            second.pass(number, step);
        }
    }

    /** @param bytes that the batch takes while it waits and runs */
    void submit(long bytes, Consumer<Turn> batch) {
        rethrow();
        int size = (int) Math.min(ROOM_IN_BYTES, Math.max(1, bytes));
        room.acquireUninterruptibly(size);
        long number = submitted++;
        workers.execute(() -> {
            try {
                batch.accept(new Turn(number));
            } catch (RuntimeException | Error failed) {
                failure.compareAndSet(null, failed);
            } finally {
                first.skip(number);
                second.skip(number);
                room.release(size);
            }
        });
    }

    /** Waits for all batches. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            while (!workers.awaitTermination(1, TimeUnit.MINUTES)) {
                // A batch may take long on a slow machine, and ends.
            }
        } catch (InterruptedException stop) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
        rethrow();
    }

    private void rethrow() {
        var failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
