package io.regcontract.suite.standin;

import io.regcontract.simulator.cli.SimulatorCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The simulator as a process of its own, from this class path: no package has to be built before. */
final class SimulatorProcess implements AutoCloseable {

    private static final String READY = "regcontract-simulator ready at ";

    private final Process process;
    private final URI address;

    private SimulatorProcess(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it and waits until it is ready. */
    static SimulatorProcess start(List<String> options) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SimulatorCommand.class.getName()));
        command.addAll(options);
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var said = process.inputReader().readLine();
            if (said == null || !said.startsWith(READY)) {
                process.destroyForcibly();
                throw new IllegalStateException("the simulator did not start and said: " + said);
            }
            return new SimulatorProcess(process, URI.create(said.substring(READY.length())));
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
    }

    URI address() {
        return address;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
