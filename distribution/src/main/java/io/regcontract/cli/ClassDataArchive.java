package io.regcontract.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Makes class data archives (JEP 350) of the jar: the classes that a command loads, as Java keeps them in memory. A start
 * that maps them is shorter. An archive serves one jar and one build of Java; Java leaves any other unused. A simulator
 * has one of its own, since mapping what the suite needs would cost it more than it gains.
 */
public final class ClassDataArchive {

    /** A run of every code takes seconds; longer means that something hangs. */
    private static final long MINUTES = 3;

    private static final int MILLIS = 60_000;

    private ClassDataArchive() {}

    /**
     * Makes the archives of a jar, for the build: a Java that makes none ends nothing, the start is only longer then.
     *
     * @param arguments the jar and the directory of the archives
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            // The build leaves a jar of the same content alone, and its time too: each build would take it for out of
            // date.
            Files.setLastModifiedTime(
                    Path.of(arguments[0]), FileTime.from(Clock.systemUTC().instant()));
            make(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (IOException none) {
            System.out.println(
                    "No class data archive was made, so regcontract starts without one: " + none.getMessage());
        }
    }

    /**
     * Makes the archives of a jar, or replaces them. What runs with the old ones goes on with those.
     *
     * @param directory gets {@code regcontract-JAVA.jsa} and {@code regcontract-simulator-JAVA.jsa}
     * @throws IOException when this Java makes none, or a file cannot be written; the message says why
     */
    static void make(Path jar, Path directory) throws IOException, InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("this is not run from regcontract.jar, and Java makes archives of jars alone");
        }
        var work = Files.createTempDirectory(Files.createDirectories(directory.toAbsolutePath()), "class-data-archive");
        try {
            var log = work.resolve("log.txt");
            var run = work.resolve("run.jsa");
            ended(
                    java(
                                    run,
                                    jar,
                                    List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"),
                                    ArchiveTraining.class.getName(),
                                    work.toString())
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
            var simulator = work.resolve("simulator.jsa");
            simulate(
                    java(
                            simulator,
                            jar,
                            List.of(),
                            RegcontractCommand.class.getName(),
                            "simulator",
                            "--port=0",
                            "--stop-at-end-of-input"),
                    log);
            move(run, directory.resolve("regcontract-" + version() + ".jsa"));
            move(simulator, directory.resolve("regcontract-simulator-" + version() + ".jsa"));
        } finally {
            Directories.delete(work);
        }
    }

    private static String version() {
        return System.getProperty("java.version");
    }

    private static ProcessBuilder java(Path archive, Path jar, List<String> options, String main, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+IgnoreUnrecognizedVMOptions",
                "-XX:ArchiveClassesAtExit=" + archive));
        command.addAll(options);
        command.addAll(List.of("-cp", jar.toAbsolutePath().toString(), main));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /** Starts a simulator, has it answer once, and stops it. */
    private static void simulate(ProcessBuilder builder, Path log) throws IOException, InterruptedException {
        var process = builder.start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var ready = String.valueOf(output.readLine());
            Files.writeString(log, ready);
            if (!ready.contains(" ready at http")) {
                throw new IOException("the simulator said: " + ready);
            }
            var address = URI.create(ready.substring(ready.lastIndexOf(' ') + 1));
            var call = (HttpURLConnection) address.resolve("/entity").toURL().openConnection();
            call.setReadTimeout(MILLIS);
            call.setDoOutput(true);
            call.getOutputStream().write("type_name=user&id=1".getBytes(StandardCharsets.US_ASCII));
            call.getResponseCode();
            call.disconnect();
            process.getOutputStream().close();
            output.lines().forEach(line -> {});
            ended(process, log);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void ended(Process process, Path log) throws IOException, InterruptedException {
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the program that loads the classes did not end within " + MINUTES + " minutes");
        }
        if (process.exitValue() != 0) {
            throw new IOException("Java ended with " + process.exitValue() + " and said: "
                    + Files.readAllLines(log).stream().reduce("", (before, line) -> line.isBlank() ? before : line));
        }
    }

    private static void move(Path fresh, Path archive) throws IOException {
        if (!Files.exists(fresh)) {
            throw new IOException("this Java ended well and left none");
        }
        Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The jar that this class comes from. */
    static Path ownJar() throws IOException {
        try {
            return Path.of(ClassDataArchive.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException odd) {
            throw new IOException(odd);
        }
    }
}
