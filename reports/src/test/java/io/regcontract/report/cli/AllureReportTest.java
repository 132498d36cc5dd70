package io.regcontract.report.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to the Allure report, it is one line that says so. */
class AllureReportTest {

    @TempDir
    private Path directory;

    @Test
    void isSkippedWithoutResults() {
        assertThat(report().start(directory).outcome())
                .isEqualTo("Allure report: none, this run left no results for one.");
    }

    @Test
    void isMissingWithoutAGenerator() throws IOException {
        Files.createDirectories(directory.resolve("results"));

        assertThat(report().start(directory.resolve("nowhere")).outcome())
                .isEqualTo("Allure report: missing, there is no Allure command line in " + directory.resolve("nowhere")
                        + ".");
    }

    @Test
    void isMissingWhenTheGeneratorFailsAndNamesItsLog() throws IOException {
        Files.createDirectories(directory.resolve("results"));
        Files.createDirectories(directory.resolve("allure-0"));

        assertThat(report().start(directory).outcome())
                .isEqualTo("Allure report: missing, its generator failed; it says why in " + directory.resolve("log")
                        + ".");
        assertThat(directory.resolve("log")).content().contains("io.qameta.allure.CommandLine");
    }

    private AllureReport report() {
        return new AllureReport(directory.resolve("results"), directory.resolve("html"), directory.resolve("log"));
    }
}
