package io.regcontract.endtoend.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.model.ErrorCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a run saw and what the judge of traffic sees in the HAR of that run are the same codes from the same operations,
 * and nothing contradicts the contract: two ways through the suite that share only the checks.
 */
@Tag("long")
final class HarOfARunTest {

    private static final Path PROJECT = Path.of(System.getProperty("regcontract.root", ".."));
    private static final Path RUNS = Path.of("contract-tests/target/regcontract/runs");

    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({"simulator-observed, observed", "simulator, documented"})
    void showsTheJudgeWhatTheRunSaw(String environment, String dialect) throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                PROJECT.resolve("environments/profiles/" + environment + ".yaml"),
                profiles.resolve(environment + ".yaml"));
        var har = root.resolve("run.har");

        said(0, "run", "--root=" + root, "--env=" + environment, "--scope=operations", "--run=run", "--har=" + har);
        var judged = said(
                0,
                "judge",
                har.toString(),
                "--root=" + root,
                "--dialect=" + dialect,
                "--run=judged",
                "--policy=" + PROJECT.resolve("reports/policy"));

        var answered = observations("run").stream()
                .filter(line -> line.path("outcome").stringValue().equals("observed"))
                .map(line -> pair(line.path("answeredCode").intValue(), line))
                .collect(Collectors.toCollection(TreeSet::new));
        var seen = observations("judged");
        assertThat(seen.stream()
                        .mapToLong(line ->
                                line.path("answers").path("contradicted").longValue()))
                .as(judged)
                .allMatch(contradicted -> contradicted == 0);
        var documented = answered.stream()
                .filter(pair ->
                        ErrorCode.of(Integer.parseInt(pair.split(" ", 2)[0])).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).hasSizeGreaterThan(500);
        assertThat(seen.stream()
                        .map(line -> pair(line.path("requirement").path("code").intValue(), line)))
                .as("each code and operation of the run")
                .containsAll(documented);
        assertThat(codes(seen.stream()
                        .map(line -> pair(line.path("requirement").path("code").intValue(), line))))
                .as("no code that the run did not drive")
                .isSubsetOf(codes(observations("run").stream()
                        .map(line -> pair(line.path("requirement").path("code").intValue(), line))));
    }

    private static String pair(int code, JsonNode line) {
        return code + " " + line.path("requirement").path("operation").stringValue();
    }

    private static Set<String> codes(Stream<String> pairs) {
        return pairs.map(pair -> pair.split(" ", 2)[0]).collect(Collectors.toCollection(TreeSet::new));
    }

    private List<JsonNode> observations(String run) throws IOException {
        try (var files = Files.list(root.resolve(RUNS).resolve(run))) {
            var record =
                    files.filter(file -> file.toString().endsWith(".jsonl")).findFirst();
            try (var lines = Files.lines(record.orElseThrow())) {
                return lines.<JsonNode>map(JsonMapper.shared()::readTree)
                        .filter(line -> line.path("type").stringValue().equals("observation"))
                        .toList();
            }
        }
    }

    private static String said(int exit, String... arguments) {
        var out = new StringWriter();
        var printer = new PrintWriter(out, true);
        assertThat(RegcontractCommand.execute(printer, printer, arguments))
                .as(out::toString)
                .isEqualTo(exit);
        return out.toString();
    }
}
