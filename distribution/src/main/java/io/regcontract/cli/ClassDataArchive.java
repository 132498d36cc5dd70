package io.regcontract.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/**
 * Makes a class data archive (JEP 350) of the jar: the classes that a short run, its gate and the simulator load, as
 * Java keeps them in memory. A start that maps it is shorter. An archive serves one jar and one build of Java; Java
 * leaves any other unused.
 */
public final class ClassDataArchive {

    /** A run of every code takes seconds; longer means that something hangs. */
    private static final long MINUTES = 3;

    private ClassDataArchive() {}

    /**
     * Makes the archive of a jar, for the build: a Java that makes none ends nothing, the start is only longer then.
     *
     * @param arguments the jar and the file of the archive
     */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            make(Path.of(arguments[0]), Path.of(arguments[1]));
        } catch (IOException none) {
            System.out.println(
                    "No class data archive was made, so regcontract starts without one: " + none.getMessage());
        }
    }

    /**
     * Makes the archive of a jar, or replaces it. What runs with the old one goes on with that.
     *
     * @throws IOException when this Java makes none, or the file cannot be written; the message says why
     */
    static void make(Path jar, Path archive) throws IOException, InterruptedException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("this is not run from regcontract.jar, and Java makes archives of jars alone");
        }
        var directory = Files.createTempDirectory(
                Files.createDirectories(archive.toAbsolutePath().getParent()), "class-data-archive");
        try {
            var fresh = directory.resolve("fresh.jsa");
            var log = directory.resolve("log.txt");
            var process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+IgnoreUnrecognizedVMOptions",
                            "-XX:ArchiveClassesAtExit=" + fresh,
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "-cp",
                            jar.toAbsolutePath().toString(),
                            ArchiveTraining.class.getName(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("the run that loads the classes did not end within " + MINUTES + " minutes");
            }
            if (process.exitValue() != 0 || !Files.exists(fresh)) {
                throw new IOException("Java ended with " + process.exitValue() + " and said: "
                        + Files.readAllLines(log).stream()
                                .reduce("", (before, line) -> line.isBlank() ? before : line));
            }
            Files.move(fresh, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Directories.delete(directory);
        }
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
