package io.regcontract.report.allure;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Has Allure's own generator write its HTML, in a JVM of its own that works while the gate judges. Whatever happens to it
 * is one line on the console: a missing report must never hide a verdict.
 */
public final class AllureReport {

    private static final String FILE = "index.html";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Path results;
    private final Path directory;
    private final Path log;
    private final AllureHistory history;

    /**
     * @param results Allure's results of the run
     * @param directory gets one self-contained HTML file
     * @param log gets what the generator says
     * @param histories keeps what Allure remembers of earlier runs, by environment
     */
    public AllureReport(Path results, Path directory, Path log, Path histories) {
        this.results = results;
        this.directory = directory;
        this.log = log;
        this.history = new AllureHistory(results, histories);
    }

    /**
     * Sets the generator to work.
     *
     * @param distribution directory that has an unpacked Allure command line in it
     */
    public Generation start(Path distribution) {
        try {
            if (!hasResults()) {
                return () -> "Allure report: none, this run left no results for one.";
            }
            history.recall();
            var home = home(distribution);
            return home.isPresent()
                    ? awaiting(generator(home.get()).start())
                    : () -> "Allure report: missing, there is no Allure command line in " + distribution + ".";
        } catch (IOException notStarted) {
            return () -> "Allure report: missing, its generator could not be started.";
        }
    }

    private Generation awaiting(Process generator) {
        return () -> {
            try {
                if (!generator.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    generator.destroyForcibly();
                    return "Allure report: missing, its generator took longer than " + LONGEST.toSeconds() + " s.";
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                generator.destroyForcibly();
                return "Allure report: missing, the build was interrupted.";
            }
            return generator.exitValue() == 0 && Files.exists(directory.resolve(FILE))
                    ? "Allure report: " + directory.resolve(FILE) + finished()
                    : "Allure report: missing, its generator failed; it says why in " + log + ".";
        };
    }

    /** Packs the page and keeps its history; a page that can be neither is a report all the same. */
    private String finished() {
        try {
            var page = SinglePage.read(directory.resolve(FILE));
            if (page.isEmpty()) {
                return " (as its generator wrote it: large, and without a history for the next)";
            }
            history.remember(page.get());
            page.get().write(directory.resolve(FILE));
            return "";
        } catch (IOException failed) {
            return " (its history could not be kept for the next)";
        }
    }

    private boolean hasResults() throws IOException {
        if (!Files.isDirectory(results)) {
            return false;
        }
        try (var found = Files.newDirectoryStream(results, "*-result.json")) {
            return found.iterator().hasNext();
        }
    }

    private ProcessBuilder generator(Path home) throws IOException {
        Files.createDirectories(log.toAbsolutePath().getParent());
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        var builder = new ProcessBuilder(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-cp",
                home.resolve("lib").resolve("*")
                        + File.pathSeparator
                        + home.resolve("lib").resolve("config"),
                "io.qameta.allure.CommandLine",
                "generate",
                results.toString(),
                "-o",
                directory.toString(),
                "--single-file",
                "--clean");
        // Without its home the generator leaves out its plugins, and with them the tab that groups by code.
        builder.environment().put("APP_HOME", home.toString());
        builder.environment().put("ALLURE_NO_ANALYTICS", "true");
        return builder.redirectErrorStream(true).redirectOutput(log.toFile());
    }

    private static Optional<Path> home(Path distribution) throws IOException {
        if (!Files.isDirectory(distribution)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(distribution, "allure-*")) {
            var candidates = unpacked.iterator();
            return candidates.hasNext() ? Optional.of(candidates.next()) : Optional.empty();
        }
    }

    /** A report on its way. */
    @FunctionalInterface
    public interface Generation {
        /** Waits for its end and says in one line what came of it. */
        String outcome();
    }
}
