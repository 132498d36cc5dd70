package io.regcontract.report.allure;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * What Allure remembers of earlier runs: files that it writes into a report and takes from the results of the next.
 * Each environment has its own, so that the runs of two never make one trend.
 */
final class AllureHistory {

    private static final String NAME = "history";

    private final Path results;
    private final Path kept;

    /**
     * @param results of this run; they say in which environment they were won
     * @param histories keeps one directory for each environment
     */
    AllureHistory(Path results, Path histories) {
        this.results = results;
        this.kept = histories.resolve("allure-" + environment(results).replaceAll("[^A-Za-z0-9_-]", "_"));
    }

    private static String environment(Path results) {
        try {
            var said = new Properties();
            said.load(new StringReader(
                    Files.readString(results.resolve("environment.properties"), StandardCharsets.ISO_8859_1)));
            return said.getProperty("environment", "");
        } catch (IOException | IllegalArgumentException unsaid) {
            return "";
        }
    }

    /** Copies the saved history to where the generator reads it. */
    void restore() throws IOException {
        if (!Files.isDirectory(kept)) {
            return;
        }
        var target = Files.createDirectories(results.resolve(NAME));
        try (var files = Files.newDirectoryStream(kept, "*.json")) {
            for (var file : files) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Takes what the report remembers, this run included. */
    void save(SinglePage report) throws IOException {
        report.extract(NAME, kept);
    }
}
