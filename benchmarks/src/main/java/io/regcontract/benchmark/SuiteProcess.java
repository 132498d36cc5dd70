package io.regcontract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The suite from its jar, in a process of its own, as its users run it. */
final class SuiteProcess {

    private final BenchmarkWorkspace workshop;
    private final Path directory;

    SuiteProcess(BenchmarkWorkspace workshop, Path directory) {
        this.workshop = workshop;
        this.directory = workshop.withProfile(directory);
    }

    /** The command, for a service that is there. */
    ProcessBuilder command(RemoteSimulator simulator, int inFlight, String... more) {
        var command = new ArrayList<>(List.of(
                workshop.command().toString(),
                "run",
                "--root",
                directory.toAbsolutePath().toString(),
                "--env",
                "benchmark",
                "--threads",
                Integer.toString(inFlight)));
        command.addAll(Arrays.asList(more));
        var builder = new ProcessBuilder(command).directory(workshop.root().toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(simulator.access().environment());
        return builder;
    }

    /**
     * Runs it.
     *
     * @param name of the run
     * @throws IllegalStateException when it does not end well, or did not prove everything: its figures would mean nothing
     */
    RunRecordTimes run(String name, RemoteSimulator simulator, int inFlight, String... more)
            throws IOException, InterruptedException {
        var command = command(simulator, inFlight, more);
        command.command().addAll(List.of("--run", name));
        var output = Files.createDirectories(directory).resolve(name + ".txt");
        var exit = command.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IllegalStateException("exit " + exit + ", see " + output);
        }
        var seen = RunRecordTimes.read(
                directory.resolve("contract-tests/target/regcontract/runs").resolve(name));
        if (seen.unproven() > 0) {
            throw new IllegalStateException(seen.unproven() + " requirements were not proven, see " + output);
        }
        return seen;
    }
}
