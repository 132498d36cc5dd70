package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The HAR of a run is what tools of others call HAR: har-validator finds nothing, and Playwright answers a page from it.
 */
@Tag("long")
class HarForViewersTest {

    @TempDir
    private Path directory;

    @Test
    void isReadByToolsOfOthers() throws Exception {
        var chromium = Program.path("chromium");
        Program.npmInstall(directory, "playwright-core@1.65.1", "har-validator@5.1.5");
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("view-har.mjs"))) {
            Files.write(directory.resolve("view-har.mjs"), script.readAllBytes());
        }
        var har = directory.resolve("run.har");
        run(har);

        var ended =
                Program.run(directory, Map.of(), List.of("node", "view-har.mjs", har.toString(), chromium.toString()));

        assertThat(ended.exit()).as(ended.output()).isZero();
        assertThat(ended.output()).contains("360", "361", "362", "363");
    }

    private void run(Path har) throws Exception {
        var profiles = Files.createDirectories(directory.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root"), "environments/profiles/simulator.yaml"),
                profiles.resolve("simulator.yaml"));
        var out = new StringWriter();
        var printer = new PrintWriter(out, true);
        assertThat(RegcontractCommand.execute(
                        printer,
                        printer,
                        "run",
                        "--root=" + directory,
                        "--req=REG-36*.entity-create.*",
                        "--har=" + har))
                .as(out::toString)
                .isZero();
    }
}
