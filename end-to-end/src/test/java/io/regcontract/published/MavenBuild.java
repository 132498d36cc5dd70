package io.regcontract.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A build by the project's own wrapper, as a process. */
final class MavenBuild {

    static final Path ROOT = Path.of(System.getProperty("regcontract.root", ".."))
            .toAbsolutePath()
            .normalize();

    private MavenBuild() {}

    /** How a build ended. */
    record Ended(int exit, String output) {

        /** Whether it failed because a repository could not be reached. */
        boolean isCutOff() {
            return exit != 0
                    && List.of(
                                    "Unknown host",
                                    "Connection refused",
                                    "Connect timed out",
                                    "Network is unreachable",
                                    "timed out")
                            .stream()
                            .anyMatch(output::contains);
        }
    }

    /** Where this build keeps what it has downloaded. */
    static Optional<String> sharedRepository() {
        return Optional.ofNullable(System.getProperty("regcontract.localRepository"))
                .filter(repository -> !repository.isBlank());
    }

    /** Runs a wrapper in a directory, without what the environment says to Maven. */
    static Ended run(Path wrapper, Path directory, Map<String, String> environment, List<String> arguments) {
        var command = new ArrayList<>(List.of(wrapper.toString(), "-B", "-ntp"));
        command.addAll(arguments);
        try {
            var log = Files.createTempFile("build", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            builder.environment().putAll(environment);
            var process = builder.start();
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new IllegalStateException("the build did not end: " + Files.readString(log));
            }
            var output = Files.readString(log, StandardCharsets.UTF_8);
            Files.delete(log);
            return new Ended(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
