package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.TrafficRecord.contradicted;
import static io.regcontract.report.TrafficRecord.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.TrafficRecord;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.record.RecordReader;
import io.regcontract.report.render.console.ConsoleReport;
import io.regcontract.report.render.console.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the gate writes about recorded traffic: every file says that it is traffic, and none that it proved or drove anything. */
class TrafficReportFilesTest {

    private static final List<String> FILES = List.of(
            "summary.md",
            "junit.xml",
            "ctrf-report.json",
            "results.sarif",
            "metrics.prom",
            "badge.json",
            "verdict.json",
            "baseline.json");

    @TempDir
    private Path root;

    private Path out = Path.of("");

    @BeforeEach
    void isAProject() {
        ShippedPolicy.copyTo(root);
        out = root.resolve("reports/target/regcontract");
    }

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("witnessed", new TrafficRecord(), 0),
                Arguments.of("contradicted", contradicting(), 1),
                Arguments.of("nothing judged", new TrafficRecord().withoutCalls(), 4),
                Arguments.of("incomplete", new TrafficRecord().incomplete("Line 17 is no JSON."), 4));
    }

    private static TrafficRecord contradicting() {
        return new TrafficRecord()
                .of(361, "/entity.create", contradicted("body.error", "unique_violation", "constraint_violation"))
                .remark("/entity.create", "traffic.argument-missing", "type_name is missing, and yet it succeeded");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("records")
    void keepsEveryFormatAndSaysInEachThatItIsTraffic(String name, TrafficRecord record, int exitCode)
            throws IOException {
        assertThat(judge(record)).isEqualTo(exitCode);

        assertThat(FileFormats.validate("verdict", json("verdict.json"))).isEmpty();
        assertThat(FileFormats.validate("baseline", json("baseline.json"))).isEmpty();
        for (var file : FILES) {
            assertThat(Files.readString(out.resolve(file)))
                    .as(file)
                    .contains("traffic")
                    .doesNotContainIgnoringCase("proven")
                    .doesNotContainIgnoringCase("driven")
                    .doesNotContainIgnoringCase("untested");
        }
    }

    @Test
    void tellsMachinesWhatTrafficItWas() throws IOException {
        judge(contradicting());

        var verdict = json("verdict.json");
        assertThat(verdict.at("/environment/kind").stringValue()).isEqualTo("traffic");
        assertThat(verdict.at("/environment/name").stringValue()).isEqualTo("traffic-shop");
        assertThat(verdict.at("/traffic/files/0").stringValue()).isEqualTo("shop.har");
        assertThat(verdict.at("/traffic/judged").intValue()).isEqualTo(265);
        assertThat(verdict.at("/codes/witnessed").intValue()).isEqualTo(2);
        assertThat(verdict.at("/codes/contradicted").intValue()).isEqualTo(1);
        assertThat(verdict.at("/codes/never-seen").intValue()).isEqualTo(ALL_CODES - 3);
        assertThat(verdict.get("codes").has("proven")).isFalse();
        assertThat(verdict.at("/findings/0/answers/judged").intValue()).isEqualTo(250);
        assertThat(verdict.at("/findings/0/answers/contradicted").intValue()).isEqualTo(1);
        assertThat(verdict.at("/findings/0/where").stringValue()).isEqualTo("1 of 250 answers, at shop.har, entry 12");
        assertThat(json("badge.json").get("label").stringValue()).isEqualTo("error contract in recorded traffic, shop");
        assertThat(json("badge.json").get("message").stringValue()).isEqualTo(counted("2 of {all} witnessed"));
        assertThat(Files.readString(out.resolve("metrics.prom")))
                .contains(
                        counted(
                                "regcontract_codes{environment=\"traffic-shop\",kind=\"traffic\",verdict=\"never-seen\"} {all-3}.0"),
                        "regcontract_traffic_exchanges{environment=\"traffic-shop\",is=\"foreign\",kind=\"traffic\"} 40.0");
    }

    @Test
    void tellsJUnitOfWhatWasSeenAndOfEachCodeThatWasNot() throws IOException {
        judge(contradicting());

        assertThat(Files.readString(out.resolve("junit.xml")))
                .contains(
                        counted(
                                "name=\"regcontract recorded traffic traffic-shop\" tests=\"{all}\" failures=\"1\" errors=\"0\" skipped=\"{all-3}\""),
                        "name=\"REG-480 never seen\"",
                        "recorded traffic: 1 of 250 answers contradict");
    }

    @Test
    void bundlesTheSampleThatContradicts() throws IOException {
        judge(contradicting().of(361, "/entity.create", observation -> {
            var exchanges = observation.withArray("/exchanges");
            TrafficRecord.sample(exchanges.addObject(), "/entity.create", "{\"code\":361,\"of\":\"a witness\"}");
        }));

        var bundle = out.resolve("bundles").resolve(id(361, "/entity.create"));
        assertThat(Files.readString(bundle.resolve("ticket.md")))
                .contains("| Recorded traffic | 1 of 250 answers contradict", "Nothing was sent when it was judged");
        assertThat(Files.readString(bundle.resolve("response.http"))).doesNotContain("a witness");
        assertThat(Files.readString(bundle.resolve("curl.sh")))
                .isEqualTo("#!/bin/sh\n\n# recorded\ncurl https://shop.example/entity.create\n");
    }

    @Test
    void keepsTheHistoryOfTrafficApartFromThatOfRuns() throws IOException {
        judge(new TrafficRecord());

        var history = root.resolve("reports/target/history");
        assertThat(history.resolve("shop.jsonl")).doesNotExist();
        var line = Files.readString(history.resolve("traffic-shop.jsonl"));
        assertThat(FileFormats.validate("history", JsonMapper.shared().readTree(line)))
                .isEmpty();
    }

    @Test
    void comparesWithABaselineOfTrafficAndWithNoneOfRuns() throws IOException {
        judge(new TrafficRecord());
        var baselines = Files.createDirectories(root.resolve("reports/policy/baselines"));
        Files.copy(out.resolve("baseline.json"), baselines.resolve("traffic-shop.json"));

        assertThat(judge(contradicting())).isEqualTo(1);

        assertThat(Files.readString(out.resolve("verdict.json")))
                .contains("is contradicted and was witnessed in the baseline");
    }

    @Test
    void showsATerminalWhatItIsBeforeAnythingElse() {
        var records = contradicting().writeTo(root.resolve("records"));
        var contract = Contract.load();
        var run = new RecordReader(records, contract, RecordBuilder.DEMANDS).read(RUN);
        var decision = new Gate(contract, ShippedPolicy.terms()).decide(run);

        var lines = new ConsoleReport(new Terminal(StandardCharsets.UTF_8)).lines(decision);

        assertThat(lines.get(0)).contains("traffic-shop (recorded traffic, dialect documented)");
        assertThat(lines.get(1))
                .startsWith("Recorded traffic of shop.har, from 2026-11-20T08:00:00Z to 2026-11-20T09:30:00Z");
        assertThat(lines.get(2)).startsWith("Nothing was sent, and nothing was made to happen");
        assertThat(lines)
                .anyMatch(line -> line.matches(" +361 +unique_violation +\u2716 contradicted +250 +/entity.create"))
                .anyMatch(line -> line.matches(" +/entity.create +253 +0 +253"))
                .anyMatch(line -> line.startsWith("  never seen: 200 201 "))
                .anyMatch(line -> line.startsWith("[REMARK] /entity.create: type_name is missing"))
                .contains("  1 of 250 answers in the recorded traffic")
                .contains("To waive for a while, see waivers-to-fill-in.yaml beside the report (1 waiver to fill in).")
                .noneMatch(line -> line.contains("proven") || line.contains("driven") || line.contains("set-up"))
                .noneMatch(line -> line.contains("FILL-IN"));
    }

    @Test
    void saysNoTimeOfTrafficOfWhichNothingWasJudged() throws IOException {
        judge(new TrafficRecord().withoutCalls().traffic(traffic -> {
            traffic.remove("from");
            traffic.remove("to");
        }));

        assertThat(Files.readString(out.resolve("summary.md"))).contains("Recorded traffic of shop.har: ");
    }

    private int judge(TrafficRecord record) {
        record.writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        return GateRunner.judge(root, RUN);
    }

    private JsonNode json(String file) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(out.resolve(file)));
    }
}
