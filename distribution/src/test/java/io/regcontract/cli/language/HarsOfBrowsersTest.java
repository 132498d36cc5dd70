package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RegistrationSimulator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page in Chromium calls a simulator behind a gateway that packs its answers in turn by gzip, deflate and Brotli. What
 * Playwright writes of it as HAR, and what chrome-har makes of the events of the developer tools, is judged: the errors
 * are those that the page saw.
 */
@Tag("long")
class HarsOfBrowsersTest {

    @TempDir
    private Path directory;

    @Test
    void showTheJudgeWhatThePageSaw() throws Exception {
        Program.require("node", "npm", "chromium");
        Program.npmInstall(directory, "playwright-core@1.65.1", "chrome-har@1.3.1");
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("record-har.mjs"))) {
            Files.write(directory.resolve("record-har.mjs"), script.readAllBytes());
        }
        var seen = seen();

        assertThat(seen.valueStream().map(call -> call.path("packed").stringValue()))
                .contains("identity", "gzip", "deflate", "br");
        var codes = seen.valueStream()
                .flatMap(call -> call.path("codes")
                        .valueStream()
                        .map(code ->
                                code.intValue() + " " + call.path("operation").stringValue()))
                .sorted()
                .toList();
        assertThat(codes).hasSizeGreaterThan(9).anyMatch(code -> code.endsWith(" /entity.bulkCreate"));
        for (var name : List.of("playwright.har", "devtools.har")) {
            var judged = JudgedHar.of(directory.resolve(name), directory);

            assertThat(judged.answers()).as("%s: %s", name, judged.output()).isEqualTo(codes);
            assertThat(judged.contradicted()).as(judged.output()).isZero();
            assertThat(judged.exit()).as(judged.output()).isZero();
            assertThat(judged.calls()).as(name).isGreaterThanOrEqualTo(seen.size());
        }
    }

    private JsonNode seen() throws Exception {
        try (var simulator = RegistrationSimulator.builder().start()) {
            var pair = simulator.ownerClientId() + ":" + simulator.ownerClientSecret();
            var ended = Program.run(
                    directory,
                    Map.of(),
                    List.of(
                            "node",
                            "record-har.mjs",
                            simulator.baseAddress().toString(),
                            Program.path("chromium").toString(),
                            directory.toString(),
                            "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
            assertThat(ended.exit()).as(ended.output()).isZero();
            return Stream.of(ended.output().split("\n", -1))
                    .filter(line -> line.startsWith("["))
                    .reduce((first, last) -> last)
                    .map(JsonMapper.shared()::readTree)
                    .orElseThrow();
        }
    }
}
