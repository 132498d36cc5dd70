package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.cli.SimulatorCommand;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The simulator in its own process. The owner's credentials are owner and owner-secret. */
record RunningSimulator(Process process, URI address) implements AutoCloseable {

    /** Starts a process and waits until it says that it is ready. */
    static RunningSimulator start(List<String> ofJava, List<String> ofSimulator) throws IOException {
        return start(ofJava, ofSimulator, ProcessBuilder.Redirect.DISCARD);
    }

    /** Starts a process whose words about itself go where it is said. */
    static RunningSimulator start(List<String> ofJava, List<String> ofSimulator, ProcessBuilder.Redirect words)
            throws IOException {
        return start(ofJava, ofSimulator, words, Map.of());
    }

    /** Starts a process with more environment variables. */
    static RunningSimulator start(
            List<String> ofJava,
            List<String> ofSimulator,
            ProcessBuilder.Redirect words,
            Map<String, String> environment)
            throws IOException {
        var process = launch(ofJava, ofSimulator, words, environment);
        var ready = process.inputReader().readLine();
        assertThat(ready).startsWith("regcontract-simulator ready at ");
        return new RunningSimulator(process, URI.create(ready.substring(ready.lastIndexOf(' ') + 1)));
    }

    /** Starts a process, and waits for nothing. */
    static Process launch(
            List<String> ofJava,
            List<String> ofSimulator,
            ProcessBuilder.Redirect words,
            Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(ofJava);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), SimulatorCommand.class.getName()));
        command.addAll(List.of(
                "--owner-client-id", "owner", "--owner-client-secret", "owner-secret", "--login-client-id", "login"));
        command.addAll(ofSimulator);
        var builder = new ProcessBuilder(command).redirectError(words);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Kills it. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
