package io.regcontract.report.cli;

import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the profile of a replacement declares to differ: told under its name, and kept up to date as waivers are. */
class DeclaredDeviationsTest {

    private static final String PROFILE =
            """
            name: replacement
            description: a replacement
            kind: replacement
            base-address: https://gateway.example/legacy
            dialect: documented
            operations: [/entity]
            credentials:
              owner: {client-id: owner, client-secret: env:SECRET}
              login: {client-id: login}
            deviations:
              - id: D-token
                requirement: REG-361.*
                check: token.length
                actual: 17 characters
                reason: Our tokens are longer and nobody reads them.
                owner: identity team
                review: 2027-03-01
            """;

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();

    @BeforeEach
    void layOut() {
        ShippedPolicy.copyTo(root);
    }

    @Test
    void arePassedAndToldUnderTheirNames() throws IOException {
        profile(PROFILE);
        record("17 characters");

        assertThat(gate()).as(out.toString()).isZero();
        assertThat(verdict().at("/requirements/waived").intValue()).isEqualTo(1);
        assertThat(verdict().at("/requirements/out-of-scope").intValue()).isPositive();
        assertThat(Files.readString(root.resolve("reports/target/regcontract/junit.xml")))
                .contains("waived: by D-token");
        assertThat(verdict().path("findings").toString()).contains("\"waiver\":\"D-token\"");
    }

    @Test
    void mayBeOfACode() throws IOException {
        profile(PROFILE.replace("requirement: REG-361.*", "code: 36x"));
        record("17 characters");

        assertThat(gate()).as(out.toString()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actual: 17 characters | actual: 18 characters | waiver-differs  | otherwise than D-token tolerates, which is: 18",
                "review: 2027-03-01 | review: 2026-11-01    | waiver-expired     | D-token, a declared deviation, was to be looked at",
                "REG-361.*          | REG-999.*             | waiver-stale       | D-token matches nothing",
                "token.length       | body.code             | waiver-unexpected-pass | which D-token declares to differ. Remove the deviation",
            })
    void failAsWaiversDoOnceTheyNoLongerHold(String from, String to, String rule, String message) throws IOException {
        profile(PROFILE.replace(from, to));
        record("17 characters");

        assertThat(gate()).isEqualTo(1);
        assertThat(verdict().path("findings").toString()).contains("\"" + rule + "\"", message);
    }

    @Test
    void failOnceNothingBearsThemOut() throws IOException {
        profile(PROFILE);
        new RecordBuilder().replacement(361, 414).writeTo(root.resolve("contract-tests/target/regcontract/runs"));

        assertThat(gate()).isEqualTo(1);
        assertThat(verdict().path("sentence").stringValue())
                .contains("1 waived and no longer failing", "Out of scope: ");
    }

    @Test
    void areNotPutOffForYears() throws IOException {
        profile(PROFILE.replace("review: 2027-03-01", "review: 2031-01-01"));
        record("17 characters");

        assertThat(gate()).isEqualTo(2);
        assertThat(out.toString()).contains("2031-01-01 is more than 366 days ahead of 2026-11-22");
    }

    @Test
    void areOfTheProfileAloneWhateverARecordSays() throws IOException {
        profile(PROFILE.substring(0, PROFILE.indexOf("deviations:")));
        record("17 characters");

        assertThat(gate()).isEqualTo(1);
        assertThat(verdict().path("sentence").stringValue()).contains("contradicted (361)");
    }

    @ParameterizedTest
    @CsvSource({
        "'operations: [/entity]','operations: [/entity, /entity.find]'",
        "'operations: [/entity]','operations: [\"/ent*\"]'"
    })
    void areOfNoUseToARecordOfAnotherScope(String from, String to) throws IOException {
        profile(PROFILE.replace(from, to));
        record("17 characters");

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString())
                .contains("goes by other operations that are implemented than the profile of replacement lists");
    }

    /** The example of docs/replacement.md, which a reader will copy: it holds for every answer of its kind. */
    @Test
    void ofThePageAreBorneOutByEveryAnswerTheyMean() throws IOException {
        var page = Files.readString(
                Path.of(System.getProperty("regcontract.root", "..")).resolve("docs/replacement.md"));
        var example = page.substring(page.indexOf("deviations:\n  - id:"));
        profile(PROFILE.substring(0, PROFILE.indexOf("deviations:")) + example.substring(0, example.indexOf("```")));
        var otherName = failing("body.error", "record_not_found", "not_found");
        new RecordBuilder()
                .replacement(310, 414)
                .of(310, otherName)
                .withRequirement(310, "entity", "/entity", "another-case")
                .last(otherName)
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));

        assertThat(gate()).as(out.toString()).isZero();
        assertThat(verdict().at("/requirements/waived").intValue()).isEqualTo(2);
    }

    private void record(String actual) {
        new RecordBuilder()
                .replacement(361, 414)
                .of(361, failing("token.length", "16 characters", actual))
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
    }

    private void profile(String text) throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.writeString(profiles.resolve("replacement.yaml"), text);
    }

    private int gate() {
        return ReportsCommand.commandLine(
                        new GateCommand(Clock.fixed(RecordBuilder.NOW, ZoneOffset.UTC), RecordCriteria::ofAnyCatalogue))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute("gate", "--root", root.toString(), "--run", RUN);
    }

    private JsonNode verdict() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve("reports/target/regcontract/verdict.json")));
    }
}
