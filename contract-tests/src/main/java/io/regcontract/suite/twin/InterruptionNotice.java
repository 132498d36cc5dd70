package io.regcontract.suite.twin;

import java.io.PrintWriter;
import java.util.function.Supplier;

/** Says how to go on when the process is told to end, as by Ctrl-C. Its exit code stays that of the signal. */
final class InterruptionNotice implements AutoCloseable {

    private final Supplier<String> howToGoOn;
    private final PrintWriter err;
    private final Thread hook = new Thread(this::say, "regcontract-export-interrupted");

    /** @param howToGoOn asked when the process ends */
    InterruptionNotice(Supplier<String> howToGoOn, PrintWriter err) {
        this.howToGoOn = howToGoOn;
        this.err = err;
    }

    void begin() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void say() {
        err.println("Interrupted. " + howToGoOn.get());
        err.flush();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // The process is ending, and the notice is on its way.
        }
    }
}
