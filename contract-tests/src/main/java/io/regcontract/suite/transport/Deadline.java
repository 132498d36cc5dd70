package io.regcontract.suite.transport;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The time that a call may take as a whole. A server that sends a byte now and then never runs into a timeout of the
 * socket; so the connection of a call that is not over in time is closed.
 */
final class Deadline {

    private final Duration limit;
    private final ScheduledThreadPoolExecutor timer;

    @SuppressWarnings("ThreadLocalUsage") // Each client of a service has its own calls under way.
    private final ThreadLocal<Running> running = new ThreadLocal<>();

    Deadline(Duration limit) {
        this.limit = limit;
        timer = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "deadline");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        // The timer is never closed explicitly; its thread ends when no call is pending.
        timer.setKeepAliveTime(limit.toMillis() + 1, TimeUnit.MILLISECONDS);
        timer.allowCoreThreadTimeOut(true);
    }

    /** Begins to count for the call that this thread makes. */
    Running begin() {
        var begun = new Running();
        running.set(begun);
        return begun;
    }

    /** Registers how to close the connection that this thread's call uses. */
    void cutBy(Runnable cut) {
        Optional.ofNullable(running.get()).ifPresent(call -> call.cutBy(cut));
    }

    /** One call under way. */
    final class Running implements AutoCloseable {
        private final Future<?> alarm = timer.schedule(this::expire, limit.toMillis(), TimeUnit.MILLISECONDS);
        private Optional<Runnable> cut = Optional.empty();
        private boolean passed;
        private boolean ended;

        private synchronized void cutBy(Runnable connection) {
            cut = Optional.of(connection);
            if (passed) {
                connection.run();
            }
        }

        private synchronized void expire() {
            if (!ended) {
                passed = true;
                cut.ifPresent(Runnable::run);
            }
        }

        /** @throws InterruptedIOException when the time was over before the call was */
        synchronized void check() throws InterruptedIOException {
            if (passed) {
                throw new InterruptedIOException("the call as a whole took too long");
            }
        }

        @Override
        public void close() {
            synchronized (this) {
                ended = true;
            }
            alarm.cancel(false);
            running.remove();
        }
    }
}
