package io.regcontract.cli.language;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** Programs that not every machine has. */
final class Program {

    private static final long MINUTES = 5;

    private Program() {}

    /** How a program ended, and what it printed to both outputs. */
    record Ended(int exit, String output) {}

    /** Skips the test where one of the programs is missing; where languages are required, that is a failure. */
    static void require(String... names) {
        for (var name : names) {
            if (onPath(name).isEmpty()) {
                missing("no " + name + " on this machine: install Debian's " + name);
            }
        }
    }

    /** Skips the test for a reason; where languages are required, that is a failure. */
    static void missing(String reason) {
        if ("required".equals(System.getenv("REGCONTRACT_LANGUAGES"))) {
            throw new AssertionError(reason);
        }
        Assumptions.abort(reason);
    }

    /** Where a program is, or skips the test where there is none. */
    static Path path(String name) {
        require(name);
        return onPath(name).orElseThrow();
    }

    private static Optional<Path> onPath(String name) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Installs packages into a directory, or skips the test where npm cannot get them. */
    static void npmInstall(Path directory, String... packages) throws IOException, InterruptedException {
        require("node", "npm");
        Files.writeString(directory.resolve("package.json"), "{\"private\":true,\"type\":\"module\"}");
        var command = new ArrayList<>(List.of("npm", "install", "--no-audit", "--no-fund"));
        command.addAll(Arrays.asList(packages));
        var ended = run(directory, Map.of(), command);
        if (ended.exit() != 0) {
            missing("npm cannot install " + String.join(", ", packages) + ": " + ended.output());
        }
    }

    /**
     * Runs a program to its end.
     *
     * @param directory that it works in
     * @param environment variables that it gets beside those of this process
     * @throws AssertionError when it does not end within five minutes
     */
    static Ended run(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        var output = Files.createTempFile(directory, "output", ".txt");
        var builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(
                        Files.createTempFile(directory, "empty", ".txt").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        var process = builder.start();
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError(
                        command + " did not end within " + MINUTES + " minutes: " + Files.readString(output));
            }
            return new Ended(process.exitValue(), Files.readString(output));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
