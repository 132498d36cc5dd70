package io.regcontract.endtoend.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * The command podman, as this machine has it configured, with the image loaded. Whatever is made through it has a name
 * that begins with the prefix.
 */
final class Podman {

    private static final int MINUTES = 5;

    /** From this exit code on podman speaks, and not what it runs. */
    private static final int CANNOT_START = 125;

    private static final Path TARGET = Path.of(System.getProperty("regcontract.root", ".."), "distribution", "target");

    private final String image;

    private Podman(String image) {
        this.image = image;
    }

    /**
     * How a command ended.
     *
     * @param out what it printed
     * @param err what it complained of
     */
    record Ended(int exitCode, String out, String err) {}

    /** Loads the image, or skips the test with the reason; where containers are required, a missing one is a failure. */
    static Podman withImage() throws Exception {
        var works = Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "podman")));
        if (!works) {
            throw missing("no podman on this machine: install Debian's podman and runc");
        }
        var loaded = command("podman", "load", "-q", "-i", tar("amd64").toString());
        if (loaded.exitCode() != 0) {
            throw missing("podman does not load the image: " + loaded.err());
        }
        var name = loaded.out()
                .lines()
                .map(line -> line.substring(line.indexOf(": ") + 2).strip())
                .findFirst()
                .orElseThrow();
        var podman = new Podman(name);
        var tried = podman.run(List.of("--rm"), "version");
        if (tried.exitCode() >= CANNOT_START) {
            throw missing("podman starts no container as this machine has it configured: " + tried.err());
        }
        return podman;
    }

    /** The image of a platform as the build wrote it, or skips. */
    static Path tar(String platform) {
        return built("regcontract-image-" + platform, ".tar");
    }

    /** A file that the profile image makes, or skips. */
    static Path built(String begin, String end) {
        try (var files = Files.newDirectoryStream(TARGET, begin + "*" + end)) {
            for (var file : files) {
                return file;
            }
        } catch (IOException none) {
            // Said below, in the same words.
        }
        throw missing("no " + begin + "*" + end + " in "
                + TARGET.toAbsolutePath().normalize() + ": ./mvnw -Pimage package makes it, see docs/container.md");
    }

    /** Runs the image in the foreground until it ends. */
    Ended run(List<String> options, String... arguments) throws Exception {
        return command(line(options, arguments).toArray(String[]::new));
    }

    /** Starts the image as a container of this name and waits until a simulator in it is ready. */
    void simulator(String name, List<String> options, String... arguments) throws Exception {
        var all = new ArrayList<>(List.of("--name", name));
        all.addAll(options);
        untilReady(line(all, arguments));
    }

    /** Starts a container again that has ended, and waits until the simulator in it is ready. */
    void startAgain(String name) throws Exception {
        untilReady(List.of("podman", "start", "--attach", name));
    }

    private List<String> line(List<String> options, String... arguments) {
        var line = new ArrayList<>(List.of("podman", "run", "--read-only", "--cap-drop=all"));
        line.addAll(options);
        line.add(image);
        line.addAll(List.of(arguments));
        return line;
    }

    private static void untilReady(List<String> line) throws Exception {
        // Podman goes on beside the test and ends with the container; its output is read no further.
        var log = Files.createTempFile("regcontract-container", ".txt");
        var process = new ProcessBuilder(line).redirectError(log.toFile()).start();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        for (var read = reader.readLine(); read != null; read = reader.readLine()) {
            if (read.startsWith("regcontract simulator ready at ")) {
                return;
            }
        }
        throw new AssertionError("the simulator did not start: " + Files.readString(log));
    }

    /** Runs a command of this machine and waits for its end. */
    static Ended command(String... line) throws Exception {
        var out = Files.createTempFile("regcontract-podman", ".out");
        var err = Files.createTempFile("regcontract-podman", ".err");
        try {
            var process = new ProcessBuilder(line)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", line) + " did not end: " + read(err));
            }
            return new Ended(process.exitValue(), read(out), read(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }

    private static RuntimeException missing(String reason) {
        if ("required".equals(System.getenv("REGCONTRACT_CONTAINERS"))) {
            throw new AssertionError(reason);
        }
        return Assumptions.abort(reason);
    }

    /** What the options of a client and of the control plane are in the profile {@code local}. */
    static List<String> variables(Map<String, String> variables) {
        return variables.entrySet().stream()
                .flatMap(variable -> Stream.of("-e", variable.getKey() + "=" + variable.getValue()))
                .toList();
    }
}
