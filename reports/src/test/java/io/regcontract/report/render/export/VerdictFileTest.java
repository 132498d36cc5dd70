package io.regcontract.report.render.export;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.validation.FileFormats;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.record.RecordReader;
import io.regcontract.report.record.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class VerdictFileTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path directory;

    static Stream<Arguments> records() {
        return Stream.of(
                Arguments.of("pass", 0, new RecordBuilder()),
                Arguments.of("contract", 1, new RecordBuilder().of(361, failing("body.error", "a", "b\u0000\u202e"))),
                Arguments.of(
                        "contract",
                        1,
                        new RecordBuilder()
                                .of(361, failing("body.code", "361", "365"))
                                .of(361, observation -> check(observation, "body.code")
                                        .putObject("proposal")
                                        .put("file", "errors/365-x.schema.json")
                                        .put("pointer", "")
                                        .put("schema", "{}"))),
                Arguments.of("contract", 1, new RecordBuilder().of(361, answering(360, "constraint_violation"))),
                Arguments.of("usage", 2, new RecordBuilder().refused(2, "Wrong.", "Do it right.")),
                Arguments.of("inconclusive", 3, new RecordBuilder().of(361, ending("broken", "no set-up"))),
                Arguments.of("incomplete", 4, new RecordBuilder().of(361, ending("not-drivable", "no control"))),
                Arguments.of("incomplete", 4, new RecordBuilder().withoutObservation(361)),
                Arguments.of("incomplete", 4, new RecordBuilder().text(text -> "no JSON")));
    }

    @ParameterizedTest
    @MethodSource("records")
    void keepsItsFormatWhateverWasDecided(String verdict, int exitCode, RecordBuilder record) {
        record.writeTo(directory);

        var json = json(new RecordReader(directory, CONTRACT, RecordBuilder.DEMANDS).read(RUN));

        assertThat(FileFormats.validate("verdict", json)).isEmpty();
        assertThat(json.get("verdict").stringValue()).isEqualTo(verdict);
        assertThat(json.get("exitCode").intValue()).isEqualTo(exitCode);
        assertThat(json.get("codes").get("total").intValue()).isEqualTo(ALL_CODES);
        assertThat(json.get("runId").stringValue()).isEqualTo(RUN);
    }

    @Test
    void keepsItsFormatWhenThereIsNoRecord() {
        var json = json(new RecordReader(directory, CONTRACT, RecordBuilder.DEMANDS).nothing());

        assertThat(FileFormats.validate("verdict", json)).isEmpty();
        assertThat(json.get("codes").get("untested").intValue()).isEqualTo(ALL_CODES);
        assertThat(json.has("environment")).isFalse();
    }

    @Test
    void countsEachCodeAndEachRequirementOnce() {
        new RecordBuilder()
                .withRequirement(361, "other-case")
                .of(361, failing("body.error", "unique_violation", "other"))
                .writeTo(directory);

        var json = json(new RecordReader(directory, CONTRACT, RecordBuilder.DEMANDS).read(RUN));

        assertThat(json.get("codes").toString())
                .isEqualTo(
                        counted(
                                        "{\"total\":{all},\"proven\":{all-1},\"proven-with-erratum\":0,\"coarser\":0,\"refined\":0,")
                                + "\"contradicted\":1,\"waived\":0,\"broken\":0,\"not-drivable\":0,\"out-of-scope\":0,\"untested\":0}");
        assertThat(json.get("requirements").toString())
                .isEqualTo(
                        counted(
                                        "{\"total\":{all+1},\"proven\":{all},\"proven-with-erratum\":0,\"coarser\":0,\"refined\":0,")
                                + "\"contradicted\":1,\"waived\":0,\"broken\":0,\"not-drivable\":0,\"out-of-scope\":0,\"untested\":0}");
        assertThat(json.get("findings").toString())
                .isEqualTo(
                        "[{\"rule\":\"contradicted\",\"level\":\"fails\",\"leadsTo\":\"contract\",\"requirement\":\"REG-361.some-operation.some-case\","
                                + "\"code\":361,\"check\":\"body.error\",\"expected\":\"unique_violation\",\"actual\":\"other\","
                                + "\"requestToken\":\"abcdefgh12345361\",\"condition\":\"the condition of 361 holds\","
                                + "\"link\":\"https://techdocs.akamai.com/identity-cloud-entity/reference/registration-error-codes#361\","
                                + "\"message\":\"body.error fails in REG-361.some-operation.some-case.\"}]");
    }

    @Test
    void boundsWhatAServiceSent() {
        new RecordBuilder()
                .of(361, failing("body.error", "unique_violation", "\ud83d\ude00".repeat(1_000_000)))
                .writeTo(directory);

        var actual = json(new RecordReader(directory, CONTRACT, RecordBuilder.DEMANDS).read(RUN))
                .at("/findings/0/actual")
                .stringValue();

        assertThat(actual).hasSizeLessThan(2_100).endsWith("\ud83d\ude00... (2000000 characters)");
    }

    @Test
    void replacesAnEarlierVerdictAndLeavesNothingElse() throws IOException {
        var out = Files.createDirectories(directory.resolve("out"));
        Files.writeString(out.resolve("verdict.json"), "{\"verdict\":\"pass\"}");

        var nothing = new RecordReader(directory, CONTRACT, RecordBuilder.DEMANDS).nothing();
        var file = VerdictFile.write(out, VerdictFile.text(decision(nothing), Optional.empty()));

        assertThat(JsonMapper.shared()
                        .readTree(Files.readString(file))
                        .get("verdict")
                        .stringValue())
                .isEqualTo("incomplete");
        assertThat(out).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.tmp");
    }

    private static ObjectNode json(RunRecord run) {
        return VerdictFile.json(decision(run), Optional.empty());
    }

    private static Decision decision(RunRecord run) {
        return new Gate(CONTRACT, ShippedPolicy.terms()).decide(run);
    }
}
