package io.regcontract.report.cli;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.record.RecordCriteria;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A policy may ask for less than every code. What passes by it is nowhere told as what passed by all. */
class ReservationTest {

    private static final String RESERVATION =
            counted("The policy asks for no more than 1 of {all} codes, 1 of {all} requirements.");

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();

    @Test
    void isInTheSentenceAndOnTheLastLine() throws IOException {
        assertThat(judge(asking("codes: 1, requirements: 1, shards: all"), onlyOne()))
                .as(out.toString())
                .isZero();

        assertThat(out.toString().lines().toList())
                .last()
                .asString()
                .startsWith("PASS WITH RESERVATION (exit 0): " + RESERVATION
                        + counted(" Nothing keeps the {all} codes from passing:"));
    }

    @Test
    void staysWhereEveryCodeHappensToBeProven() throws IOException {
        judge(asking("codes: 1, requirements: 1, shards: all"), new RecordBuilder());

        assertThat(verdict().path("sentence").stringValue())
                .isEqualTo(RESERVATION + counted(" All {all} codes are proven, by {all} requirements."));
    }

    @Test
    void isInEveryFile() throws IOException {
        judge(asking("codes: 1, requirements: 1, shards: all"), onlyOne());

        assertThat(verdict().path("reservation").stringValue()).isEqualTo(RESERVATION);
        assertThat(FileFormats.validate("verdict", verdict())).isEmpty();
        assertThat(file("summary.md"))
                .startsWith("## PASS WITH RESERVATION (exit 0)")
                .contains(RESERVATION);
        assertThat(file("index.html"))
                .contains("<title>PASS WITH RESERVATION simulator", RESERVATION)
                .contains("\"reservation\":");
        var badge = JsonMapper.shared().readTree(file("badge.json"));
        assertThat(badge.path("color").stringValue()).isEqualTo("yellow");
        assertThat(badge.path("message").stringValue()).isEqualTo(counted("1 of {all} proven, with reservation"));
        assertThat(file("junit.xml")).contains("name=\"reservation\"", "<skipped message=\"" + RESERVATION + "\"");
        assertThat(file("ctrf-report.json")).contains("\"name\":\"reservation\",\"status\":\"skipped\"");
        assertThat(file("metrics.prom"))
                .contains("regcontract_gate_reserved{environment=\"simulator\",kind=\"simulator\"} 1");
        assertThat(JsonMapper.shared()
                        .readTree(file("results.sarif"))
                        .at("/runs/0/properties/reservation")
                        .stringValue())
                .isEqualTo(RESERVATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "codes: all, requirements: all, shards: all",
                "codes: {all}, requirements: all, shards: all",
                "codes: all, requirements: {all}, shards: 1"
            })
    void isNotMadeWhereAllIsAskedFor(String complete) throws IOException {
        judge(asking(counted(complete)), new RecordBuilder());

        assertThat(out.toString())
                .contains(counted("PASS (exit 0): All {all} codes are proven, by {all} requirements."));
        assertThat(verdict().has("reservation")).isFalse();
        assertThat(file("badge.json")).contains("\"brightgreen\"");
        assertThat(file("metrics.prom"))
                .contains("regcontract_gate_reserved{environment=\"simulator\",kind=\"simulator\"} 0");
    }

    @Test
    void isNoWordOfAVerdictThatFails() throws IOException {
        var judged = judge(
                asking("codes: 1, requirements: 1, shards: all"),
                new RecordBuilder().of(361, RecordBuilder.failing("body.code", "361", "200")));

        assertThat(judged).isEqualTo(1);
        assertThat(verdict().has("reservation")).isFalse();
        assertThat(out.toString()).contains(counted("CONTRACT (exit 1): 1 of {all} codes contradicted"));
    }

    private static String asking(String complete) {
        return ShippedPolicy.gate()
                .replaceFirst(
                        "complete: \\{ codes: all, requirements: all, shards: all }", "complete: { " + complete + " }");
    }

    private static RecordBuilder onlyOne() {
        var record = new RecordBuilder();
        Contract.load().errors().stream()
                .map(error -> error.code().code())
                .filter(code -> code != 361)
                .forEach(record::withoutObservation);
        return record;
    }

    private int judge(String gate, RecordBuilder record) throws IOException {
        var policy = ShippedPolicy.copyTo(root);
        Files.writeString(policy.resolve("gate.yaml"), gate);
        record.writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        return ReportsCommand.commandLine(
                        new GateCommand(Clock.fixed(RecordBuilder.NOW, ZoneOffset.UTC), RecordCriteria::ofAnyCatalogue))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute("gate", "--root", root.toString(), "--run", RUN);
    }

    private String file(String name) throws IOException {
        return Files.readString(root.resolve("reports/target/regcontract").resolve(name));
    }

    private JsonNode verdict() throws IOException {
        return JsonMapper.shared().readTree(file("verdict.json"));
    }
}
