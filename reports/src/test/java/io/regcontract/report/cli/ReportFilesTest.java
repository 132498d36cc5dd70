package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.heldBy;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.regcontract.contract.Contract;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.hawkular.agent.prometheus.text.TextPrometheusMetricsProcessor;
import org.hawkular.agent.prometheus.types.Gauge;
import org.hawkular.agent.prometheus.types.MetricFamily;
import org.hawkular.agent.prometheus.walkers.CollectorPrometheusMetricsWalker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate writes for machines, read as their makers read it: by their schema or their parser. */
class ReportFilesTest {

    private static final String HOSTILE =
            "</script>]]>&\"'|`@all [x](javascript:y) \u202e\u0000\u001b[31m\uffff \ud83d\ude00 half-a-character\nline";

    @TempDir
    private Path root;

    private Path out = Path.of("");

    @BeforeEach
    void isAProject() {
        ShippedPolicy.copyTo(root);
        out = root.resolve("reports/target/regcontract");
    }

    static Stream<Arguments> runs() {
        return Stream.of(
                Arguments.of("pass", new RecordBuilder()),
                Arguments.of("contradicted", hostile()),
                Arguments.of("coarser", new RecordBuilder().of(361, answering(360, "constraint_violation"))),
                Arguments.of(
                        "refused", new RecordBuilder().withoutObservations().refused(2, "Wrong.", "Do it right.")),
                Arguments.of("broken", new RecordBuilder().of(361, ending("broken", HOSTILE))),
                Arguments.of("untested", new RecordBuilder().withoutObservation(361)),
                Arguments.of("unreadable", new RecordBuilder().text(text -> "no JSON")));
    }

    private static RecordBuilder hostile() {
        return new RecordBuilder()
                .of(
                        361,
                        failing("body.error", "unique_violation", HOSTILE)
                                .andThen(observation -> observation.put("requestToken", HOSTILE)))
                .environment(
                        environment -> environment.put("name", "simu\"la\\tor").put("baseAddress", HOSTILE))
                .text(text -> text.replace("half-a-character", "\\ud800"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void keepsEveryFormatWhateverWasDecided(String name, RecordBuilder record) throws Exception {
        GateRunner.judge(root, record, RUN);

        assertThat(wrong("ctrf-schema-0.0.json", SpecificationVersion.DRAFT_7, json("ctrf-report.json")))
                .isEmpty();
        assertThat(wrong("sarif-2.1.0-rtm.5.json", SpecificationVersion.DRAFT_4, json("results.sarif")))
                .isEmpty();
        assertThat(FileFormats.validate("verdict", json("verdict.json"))).isEmpty();
        if (Files.exists(out.resolve("baseline.json"))) {
            assertThat(FileFormats.validate("baseline", json("baseline.json"))).isEmpty();
        }
        assertThat(json("badge.json").propertyNames())
                .containsExactly("schemaVersion", "label", "message", "color", "isError");
        assertThat(metrics()).containsKey("regcontract_gate_exit_code");
        var cases = junit();
        boolean passed = json("verdict.json").get("exitCode").intValue() == 0;
        assertThat(cases.stream().noneMatch(one -> one.hasError() || one.hasFailure()))
                .isEqualTo(passed);
        assertThat(cases)
                .extracting(one -> one.getFullClassName() + "#" + one.getName())
                .doesNotHaveDuplicates();
        assertThat(Files.readString(out.resolve("summary.md"))).doesNotContain("</script>", "\u202e", "`@", "@all");
        assertThat(Files.readString(out.resolve("summary.md")).replaceAll("(?s)```yaml.*?```", ""))
                .doesNotContain("](");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("runs")
    void writesTheSameBytesForTheSameRecord(String name, RecordBuilder record) throws IOException {
        GateRunner.judge(root, record, RUN);
        var first = files();
        assertThat(first).hasSizeGreaterThanOrEqualTo(8);

        GateRunner.judge(root, RUN);

        assertThat(files()).isEqualTo(first);
    }

    @Test
    void keepsAHistoryInItsFormat() throws IOException {
        GateRunner.judge(root, hostile(), RUN);
        GateRunner.judge(root, new RecordBuilder(), RUN);

        var lines = Files.readAllLines(root.resolve("reports/target/history/simulator.jsonl"));

        assertThat(lines).hasSize(1);
        assertThat(FileFormats.validate("history", JsonMapper.shared().readTree(lines.get(0))))
                .isEmpty();
        assertThat(lines.get(0)).contains("\"verdict\":\"pass\"", counted("\"proven\":{all}"));
    }

    @Test
    void leavesNothingOfAnEarlierJudging() {
        GateRunner.judge(root, hostile(), RUN);
        assertThat(out.resolve("waivers-to-fill-in.yaml")).exists();

        GateRunner.judge(root, new RecordBuilder(), RUN);

        assertThat(out.resolve("waivers-to-fill-in.yaml")).doesNotExist();
    }

    @Test
    void tellsJUnitOfEachRequirementAndOfWhatFailsBesideThem() throws Exception {
        GateRunner.judge(
                root,
                new RecordBuilder()
                        .of(361, failing("body.error", "unique_violation", "other"))
                        .of(100, ending("broken", "no set-up"))
                        .text(text -> text.replace("\"type\":\"footer\"", "\"type\":\"foot\"")),
                RUN);

        var cases = junit();

        assertThat(cases).hasSize(ALL_CODES + 2);
        assertThat(cases).filteredOn(ReportTestCase::hasError).hasSize(3);
        assertThat(cases).filteredOn(ReportTestCase::hasFailure).hasSize(1);
        var failed =
                cases.stream().filter(ReportTestCase::hasFailure).findFirst().orElseThrow();
        assertThat(failed.getName()).isEqualTo(id(361));
        assertThat(failed.getFailureMessage()).isEqualTo("token abcdefgh12345361 contradicted (body.error)");
        assertThat(failed.getFailureDetail())
                .contains("the condition of 361 holds", "body.error: expected unique_violation, actual other");
        assertThat(cases).extracting(ReportTestCase::getName).contains("footer-missing", "record-invalid");
    }

    @Test
    void pointsSarifAtTheSchemaOfTheCode() throws IOException {
        GateRunner.judge(root, new RecordBuilder().of(352, failing("body.error", "unknown_application", "other")), RUN);

        var result = json("results.sarif").at("/runs/0/results/0");

        assertThat(result.get("ruleId").stringValue()).isEqualTo("REG-352");
        assertThat(result.get("level").stringValue()).isEqualTo("error");
        var uri =
                result.at("/locations/0/physicalLocation/artifactLocation/uri").stringValue();
        assertThat(Path.of(System.getProperty("regcontract.root", "..")).resolve(uri))
                .exists();
        assertThat(json("results.sarif")
                        .at("/runs/0/tool/driver/rules/"
                                + result.get("ruleIndex").intValue() + "/id")
                        .stringValue())
                .isEqualTo("REG-352");
    }

    @Test
    void countsForPrometheus() throws IOException {
        GateRunner.judge(root, hostile(), RUN);

        var families = metrics();

        assertThat(families.get("regcontract_codes").getMetrics())
                .filteredOn(metric -> metric.getLabels().get("verdict").equals("proven"))
                .singleElement()
                .satisfies(metric -> assertThat(((Gauge) metric).getValue()).isEqualTo((double) (ALL_CODES - 1)));
        assertThat(((Gauge) families.get("regcontract_gate_exit_code")
                                .getMetrics()
                                .get(0))
                        .getValue())
                .isEqualTo(1.0);
        assertThat(((Gauge) families.get("regcontract_run_start_time_seconds")
                                .getMetrics()
                                .get(0))
                        .getValue())
                .isEqualTo(1795355100.0);
    }

    @Test
    void keepsTheSummaryShort() throws IOException {
        var record = new RecordBuilder();
        for (int index = 0; index < 1000; index++) {
            record.withRequirement(361, "case-" + index)
                    .last(failing("body.error", "unique_violation", HOSTILE.repeat(20)));
        }
        GateRunner.judge(root, record, RUN);

        assertThat(Files.size(out.resolve("summary.md"))).isBetween(40_000L, 60_000L);
        assertThat(Files.readString(out.resolve("summary.md"))).containsPattern("\\d+ more parts do not fit here");
    }

    @Test
    void colorsTheBadge() throws IOException {
        GateRunner.judge(root, new RecordBuilder(), RUN);
        assertThat(json("badge.json").toString())
                .isEqualTo(
                        counted(
                                "{\"schemaVersion\":1,\"label\":\"error contract, simulator\",\"message\":\"{all} of {all} proven\",\"color\":\"brightgreen\",\"isError\":false}"));

        GateRunner.judge(root, new RecordBuilder().withoutObservation(100), RUN);
        assertThat(json("badge.json").get("message").stringValue()).isEqualTo("incomplete");
        assertThat(json("badge.json").get("color").stringValue()).isEqualTo("lightgrey");
    }

    @Test
    void saysOneCauseOnceInTheSummaryTheWidestFirst() throws IOException {
        var record = new RecordBuilder();
        for (int code : List.of(212, 361, 362)) {
            record.of(code, failing("token.length", "16", "15"));
        }
        for (int code : List.of(300, 310, 320, 330)) {
            record.of(code, failing("token.present", "request_token", "request_id instead"));
        }

        GateRunner.judge(root, record, RUN);

        assertThat(Files.readAllLines(out.resolve("summary.md")))
                .containsSequence(
                        "- 4 requirements of 4 codes fail alike: token.present, actual <code>request_id instead</code>",
                        "- 3 requirements of 3 codes fail alike: token.length, actual <code>15</code>");
        // One of each is told in full, with the token that support will ask for.
        assertThat(rows()).hasSize(2).allSatisfy(row -> assertThat(row).contains("abcdefgh12345"));
    }

    @Test
    void saysOnceInTheSummaryWhyManyCouldNotBeJudged() throws IOException {
        var record = new RecordBuilder().of(363, ending("broken", "the set-up failed"));
        Contract.load().errors().stream()
                .map(error -> error.code().code())
                .filter(code -> code != 363)
                .forEach(code -> record.of(code, ending("broken", "nobody answers")));

        GateRunner.judge(root, record, RUN);

        assertThat(Files.readAllLines(out.resolve("summary.md")))
                .contains(counted(
                        "- {all-1} requirements of {all-1} codes fail alike: broken, <code>nobody answers</code>"));
        // One of the many is told in full, and the one that is broken for another reason.
        assertThat(rows()).hasSize(2).anySatisfy(row -> assertThat(row).contains("the set-up failed"));
    }

    @Test
    void countsInTheSummaryWhatIsAcceptedAndListsTheRest() throws IOException {
        Files.writeString(
                Files.createDirectories(root.resolve("environments/profiles")).resolve("simulator.yaml"),
                "kind: simulator\ndialect: documented\naccepted-errata: [{ id: E-02 }]\n");
        GateRunner.judge(
                root,
                new RecordBuilder()
                        .environment(environment ->
                                environment.withArray("/acceptedErrata").add("E-02"))
                        .of(361, heldBy("token.present", "E-02"))
                        .of(362, heldBy("token.present", "E-02").andThen(heldBy("token.length", "E-02")))
                        .of(300, failing("body.error", "a", "b")),
                RUN);

        assertThat(rows()).singleElement().asString().startsWith("| fails | <code>REG-300.some-operation.some-case");
        assertThat(Files.readAllLines(out.resolve("summary.md")))
                .containsSequence(
                        "### Accepted",
                        "",
                        "| | what | holds by it |",
                        "|---|---|---|",
                        "| <code>E-02</code> | The token is called request_token in prose and request_id in every sample"
                                + " | 2 requirements of 2 codes |");
    }

    /** The rows of the table of findings. */
    private List<String> rows() throws IOException {
        return Files.readAllLines(out.resolve("summary.md")).stream()
                .filter(line -> line.matches("\\| (fails|warns) \\|.*"))
                .toList();
    }

    /** The next step of a pipeline may run as somebody else. */
    @Test
    void letsWhoeverMayReadTheSummaryReadTheVerdict() throws IOException {
        GateRunner.judge(root, new RecordBuilder(), RUN);

        assertThat(Files.getPosixFilePermissions(out.resolve("verdict.json")))
                .isEqualTo(Files.getPosixFilePermissions(out.resolve("summary.md")));
        try (var files = Files.list(out)) {
            assertThat(files).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void comparesWithTheBaselineInThePolicy() throws IOException {
        GateRunner.judge(root, new RecordBuilder().withRequirement(361, "other"), RUN);
        var baselines = Files.createDirectories(root.resolve("reports/policy/baselines"));
        Files.copy(out.resolve("baseline.json"), baselines.resolve("simulator.json"));

        assertThat(GateRunner.judge(root, new RecordBuilder(), RUN)).isEqualTo(4);
        assertThat(Files.readString(out.resolve("summary.md")))
                .contains("- removed: <code>REG-361.some-operation.other</code>, proven before, not there now");

        Files.writeString(baselines.resolve("simulator.json"), "{\"format\":\"regcontract/baseline/1\"}");
        assertThat(GateRunner.judge(root, new RecordBuilder(), RUN)).isEqualTo(2);
        assertThat(json("verdict.json").get("sentence").stringValue())
                .contains("this is not a baseline: ")
                .endsWith("Take a baseline.json that the gate wrote.");

        Files.writeString(baselines.resolve("simulator.json"), "{");
        assertThat(GateRunner.judge(root, new RecordBuilder(), RUN)).isEqualTo(2);
    }

    private Map<String, String> files() throws IOException {
        try (var files = Files.walk(out)) {
            return files.filter(Files::isRegularFile)
                    .collect(Collectors.toMap(
                            file -> out.relativize(file).toString(),
                            ReportFilesTest::bytes,
                            (a, b) -> a,
                            TreeMap::new));
        }
    }

    private static String bytes(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<String> wrong(String schema, SpecificationVersion version, JsonNode json) throws IOException {
        try (var stream = ReportFilesTest.class.getResourceAsStream("/published/" + schema)) {
            var published = SchemaRegistry.withDefaultDialect(version)
                    .getSchema(JsonMapper.shared().readTree(stream));
            return published.validate(json).stream().map(Object::toString).toList();
        }
    }

    private List<ReportTestCase> junit() throws Exception {
        try (var reader =
                new InputStreamReader(Files.newInputStream(out.resolve("junit.xml")), StandardCharsets.UTF_8)) {
            return new TestSuiteXmlParser(new NullConsoleLogger())
                    .parse(reader).stream()
                            .map(ReportTestSuite::getTestCases)
                            .flatMap(List::stream)
                            .toList();
        }
    }

    private Map<String, MetricFamily> metrics() throws IOException {
        try (var stream = Files.newInputStream(out.resolve("metrics.prom"))) {
            var walker = new CollectorPrometheusMetricsWalker();
            new TextPrometheusMetricsProcessor(stream, walker).walk();
            return walker.getAllMetricFamilies().stream()
                    .collect(Collectors.toMap(MetricFamily::getName, family -> family));
        }
    }

    private JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(out.resolve(name)));
    }
}
