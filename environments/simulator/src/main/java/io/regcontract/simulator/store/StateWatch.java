package io.regcontract.simulator.store;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Checks the durable state every second, so that its loss is reported before the next write. */
final class StateWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Thread thread;
    private volatile boolean closed;

    private StateWatch(Runnable look) {
        this.thread = new Thread(
                () -> {
                    while (!closed) {
                        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                        if (!closed) {
                            look.run();
                        }
                    }
                },
                "regcontract-simulator-state");
        thread.setDaemon(true);
    }

    static StateWatch start(Runnable look) {
        var watch = new StateWatch(look);
        watch.thread.start();
        return watch;
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
    }
}
