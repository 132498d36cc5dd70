package io.regcontract.suite.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.cli.SuiteCommand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The suite's command line as a process of its own, from this class path, against a stand-in and in a directory. */
final class SuiteProcess {

    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path console;

    private SuiteProcess(Process process, Path console) {
        this.process = process;
        this.console = console;
    }

    /**
     * Starts a command. Its console goes into {@code NAME.txt} in the directory, its temporary files into {@code tmp}.
     *
     * @param directory with {@code environments/profiles}
     * @param name of this process, for its console
     */
    static SuiteProcess start(StandInTenant tenant, Path directory, String name, String... arguments) {
        try {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Djava.io.tmpdir=" + Files.createDirectories(directory.resolve("tmp")),
                    "-cp",
                    System.getProperty("java.class.path"),
                    SuiteCommand.class.getName()));
            command.addAll(Arrays.asList(arguments));
            command.addAll(List.of("--root", directory.toString(), "--env", StandInTenant.PROFILE));
            var console = directory.resolve(name + ".txt");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile());
            builder.environment().putAll(tenant.environment());
            return new SuiteProcess(builder.start(), console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL: nothing of the process gets to do anything any more. */
    void kill() {
        process.destroyForcibly();
    }

    /** What it ended with. */
    int exit() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end in " + PATIENCE_SECONDS + " s and said: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Everything it wrote to its console. */
    String said() {
        try {
            return Files.readString(console);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it has ended, well. */
    SuiteProcess endsWell() {
        assertThat(exit()).as(this::said).isZero();
        return this;
    }
}
