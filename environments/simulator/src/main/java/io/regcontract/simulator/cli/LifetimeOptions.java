package io.regcontract.simulator.cli;

import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import picocli.CommandLine.Option;

/** How long the program runs: until a signal stops it, or until the process that started it ends. */
final class LifetimeOptions {

    @Option(
            names = "--stop-at-end-of-input",
            description = "Stops when its standard input ends. A program that starts the simulator with a pipe there"
                    + " leaves none behind, even when it is killed.")
    private boolean stopAtEndOfInput;

    /**
     * Closes the simulator when the input ends, where that was asked for. What is read is ignored.
     *
     * @param input the standard input of the process
     */
    void applyTo(RegistrationSimulator simulator, InputStream input) {
        if (!stopAtEndOfInput) {
            return;
        }
        var thread = new Thread(
                () -> {
                    try {
                        input.transferTo(OutputStream.nullOutputStream());
                    } catch (IOException broken) {
                        // Broken is ended, too.
                    }
                    simulator.close();
                },
                "regcontract-simulator-input");
        thread.setDaemon(true);
        thread.start();
    }
}
