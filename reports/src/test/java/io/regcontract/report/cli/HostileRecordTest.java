package io.regcontract.report.cli;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.render.console.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Whatever a service says, every report is written, can be read by whoever reads its format, and gives no orders. */
class HostileRecordTest {

    /** As JSON writes them: some can be said in no other way. */
    private static final Map<String, String> HOSTILE = Map.of(
            "half a character", "x\\ud83dy",
            "the other half", "\\udc00",
            "NUL", "a\\u0000b",
            "no character", "a\\ufffeb\\uffff",
            "ESC", "\\u001b[31m\\u001b]0;title\\u0007",
            "a line separator", "a\\u2028::error::forged\\u2029b",
            "bidi", "a\\u202e\\u2066b",
            "a new line", "a\\r\\n::error::forged\\n##[error]forged\\n##vso[task.complete]x",
            "a command", "::error::forged",
            "markup", "</script><script>alert(1)</script>]]>&<!--\\\"'`$(x)");

    /** Files of lines that a job may print: none of the lines may begin with an order, wherever it comes from. */
    private static final List<String> OF_LINES =
            List.of("csv", "md", "xml", "prom", "http", "sh", "yaml", "SHA256SUMS");

    @TempDir
    private Path root;

    private Path out = Path.of("");

    @BeforeEach
    void isAProject() {
        ShippedPolicy.copyTo(root);
        out = root.resolve("reports/target/regcontract");
    }

    static Stream<String> texts() {
        return HOSTILE.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("texts")
    void becomesReportsThatCanBeRead(String name) throws Exception {
        var judged = judge(HOSTILE.get(name));

        assertThat(judged.exitCode()).isEqualTo(1);
        assertThat(judged.line()).startsWith(counted("CONTRACT (exit 1): 1 of {all} codes contradicted (361)"));
        assertThat(String.join("\n", judged.report()).replace("\n", "").codePoints())
                .noneMatch(ServiceText::acts);
        assertThat(judged.report()).allSatisfy(HostileRecordTest::givesNoOrder);
        for (var file : files()) {
            var text = strictly(file);
            var type = file.getFileName().toString().replaceFirst(".*\\.", "");
            if (List.of("json", "sarif").contains(type)) {
                assertThat(JsonMapper.shared().readTree(text))
                        .as(file.toString())
                        .isNotNull();
            } else if (type.equals("xml")) {
                DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
            }
            if (OF_LINES.contains(type)) {
                assertThat(text.codePoints()
                                .filter(character -> character != '\n' && character != '\r' && character != '\t'))
                        .as(file.toString())
                        .noneMatch(ServiceText::acts);
                assertThat(text.split("[\r\n]+")).as(file.toString()).allSatisfy(HostileRecordTest::givesNoOrder);
                assertThat(text).as(file.toString()).doesNotContain("\r\r", "\u001b");
            }
        }
    }

    private static void givesNoOrder(String line) {
        assertThat(line).doesNotMatch("\\s*::.*").doesNotContain("##[", "##vso[");
    }

    private GateRun judge(String hostile) {
        new RecordBuilder()
                .of(
                        361,
                        failing("body.error", "unique_violation", "HOSTILE")
                                .andThen(HostileRecordTest::saysItEverywhere))
                .text(text -> text.replace("HOSTILE", hostile))
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        return GateRun.of(
                new GateOptions(
                        root.resolve("contract-tests/target/regcontract/runs"),
                        RUN,
                        out,
                        root.resolve("reports/policy"),
                        Optional.empty(),
                        root.resolve("reports/target/history"),
                        root.resolve("environments/profiles"),
                        RecordBuilder.DEMANDS,
                        ShippedPolicy.TODAY,
                        Optional.empty(),
                        Optional.empty()),
                new Terminal(StandardCharsets.UTF_8),
                GateRunner.NO_LEAKS);
    }

    private static void saysItEverywhere(ObjectNode observation) {
        observation.put("requestToken", "HOSTILE").put("answeredError", "HOSTILE");
        var exchange = (ObjectNode) observation.get("exchanges").get(0);
        exchange.put("curl", "curl -d 'a=HOSTILE' http://127.0.0.1:4711/some.operation");
        ((ObjectNode) exchange.get("request")).put("body", "a=HOSTILE");
        var response = (ObjectNode) exchange.get("response");
        // Cut off, so that it need not show the code that it is said to have.
        response.put("body", "HOSTILE").put("truncated", true);
        response.withArray("/headers").addObject().put("name", "X-Debug").put("value", "HOSTILE");
        response.withArray("/headers").addObject().put("name", "Date").put("value", "HOSTILE");
    }

    private List<Path> files() throws IOException {
        try (var files = Files.walk(out)) {
            var written = files.filter(Files::isRegularFile).toList();
            assertThat(written.stream().map(file -> file.getFileName().toString()))
                    .contains(
                            "index.html",
                            "verdict.json",
                            "summary.md",
                            "junit.xml",
                            "results.sarif",
                            "metrics.prom",
                            "badge.json",
                            "tokens.csv",
                            "ticket.md",
                            "response.http",
                            "request.http",
                            "curl.sh");
            assertThat(written).anyMatch(file -> file.toString().contains(id(361)));
            return written;
        }
    }

    /** As UTF-8 and nothing else. */
    private static String strictly(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }
}
