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
 * Has Allure's own generator write its HTML, in a JVM of its own that works while the gate judges. Whatever happens
 * to it is one line on the console: a missing report must never hide a verdict.
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
                return none("none, this run left no results for one.");
            }
            history.restore();
            var home = home(distribution);
            return home.isPresent()
                    ? new Generation(Optional.of(generator(home.get()).start()), "")
                    : none("missing, there is no Allure command line in " + distribution + ".");
        } catch (IOException notStarted) {
            return none("missing, its generator could not be started.");
        }
    }

    private Generation none(String why) {
        return new Generation(Optional.empty(), "Allure report: " + why);
    }

    /** A report on its way. */
    public final class Generation {

        private final Optional<Process> generator;
        private final String why;
        private Optional<SinglePage> page = Optional.empty();

        private Generation(Optional<Process> generator, String why) {
            this.generator = generator;
            this.why = why;
        }

        /** Waits for its end and says in one line what came of it. */
        public String outcome() {
            return generator.map(this::awaited).orElse(why);
        }

        private String awaited(Process working) {
            try {
                if (!working.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                    working.destroyForcibly();
                    return "Allure report: missing, its generator took longer than " + LONGEST.toSeconds() + " s.";
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                working.destroyForcibly();
                return "Allure report: missing, the build was interrupted.";
            }
            return working.exitValue() == 0 && Files.exists(directory.resolve(FILE))
                    ? "Allure report: " + directory.resolve(FILE) + finished()
                    : "Allure report: missing, its generator failed; it says why in " + log + ".";
        }

        /** Keeps the page's history; a page that has none that we know is a report all the same. */
        private String finished() {
            try {
                page = SinglePage.read(directory.resolve(FILE));
                if (page.isEmpty()) {
                    return " (as its generator wrote it: large, without a verdict or a history for the next)";
                }
                history.save(page.get());
                return "";
            } catch (IOException failed) {
                return " (its history could not be kept for the next)";
            }
        }

        /**
         * Puts the verdict on the first page of the report, and packs it. Comes last, when nothing can change the
         * verdict any more; until then the report stands as its generator wrote it.
         *
         * @param verdict such as {@code CONTRACT (exit 1)}
         * @param sentence why
         * @return what went wrong, if anything did
         */
        public Optional<String> tell(String verdict, String sentence) {
            try {
                if (page.isPresent()) {
                    AllureOverview.saying(page.get(), verdict, sentence).write(directory.resolve(FILE));
                }
                return Optional.empty();
            } catch (IOException failed) {
                return Optional.of("The Allure report does not say the verdict: " + directory.resolve(FILE)
                        + " could not be written again.");
            }
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
}
