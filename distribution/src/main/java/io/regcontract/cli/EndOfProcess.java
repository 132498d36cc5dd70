package io.regcontract.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;

/** Waits until a person or a script ends this process, and lets it end with an exit code all the same. */
final class EndOfProcess {

    private static final int ITSELF_FAILED = 3;

    private EndOfProcess() {}

    /**
     * Waits for Ctrl-C or SIGTERM.
     *
     * @param then what is still to be done; its result is the exit code
     */
    static int await(IntSupplier then) throws InterruptedException {
        var told = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var code = new AtomicInteger(ITSELF_FAILED);
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            told.countDown();
                            try {
                                done.await();
                            } catch (InterruptedException interrupted) {
                                Thread.currentThread().interrupt();
                            }
                            // The signal alone would make it 130 or 143, whatever was found.
                            Runtime.getRuntime().halt(code.get());
                        },
                        "regcontract-end"));
        told.await();
        try {
            code.set(then.getAsInt());
        } finally {
            done.countDown();
        }
        return code.get();
    }
}
