package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class MavenGateTest {

    @TempDir
    private Path root;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @Test
    void letsAPassThroughThoughThereIsNoAllureReport() {
        record(new RecordBuilder());

        assertThatCode(this::gate).doesNotThrowAnyException();
        assertThat(root.resolve("reports/target/regcontract/verdict.json")).exists();
        assertThat(console.toString(StandardCharsets.UTF_8).lines())
                .endsWith(
                        "",
                        "Record: " + root.resolve("contract-tests/target/regcontract/runs/" + RUN),
                        "Judged: the record begun at 2026-11-22T13:45:00.123Z by attempt attempt-1, the attempt that was asked for.",
                        "Allure report: none, this run left no results for one.",
                        counted("PASS (exit 0): All {all} codes are proven, by {all} requirements. See ")
                                + root.resolve("reports/target/regcontract/verdict.json"));
    }

    @Test
    void writesWhatWasExchangedAsHarWhereItIsAskedTo() throws IOException {
        record(new RecordBuilder());

        gate(RUN, "", "--har=target/run.har");

        assertThat(Files.readString(root.resolve("target/run.har"))).startsWith("{\"log\":{\"version\":\"1.2\"");
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("HAR: " + root.resolve("target/run.har") + " (" + 2 * ALL_CODES + " exchanges)");
    }

    /** The verdict is what a build is for; a file beside it that cannot be written does not take it away. */
    @Test
    void judgesAlsoWhereTheHarCannotBeWritten() throws IOException {
        record(new RecordBuilder());
        Files.createFile(root.resolve("a-file"));

        gate(RUN, "", "--har=a-file/run.har");

        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("HAR: none, " + root.resolve("a-file/run.har") + " cannot be written: ")
                .contains("PASS (exit 0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "."})
    void refusesAHarThatIsNoFile(String file) {
        record(new RecordBuilder());

        assertThatThrownBy(() -> gate(RUN, "", "--har=" + file))
                .isInstanceOf(GateFailedException.class)
                .hasMessageStartingWith("USAGE (exit 2): -Dhar");
    }

    @Test
    void searchesTheHarForSecretsWhereverItIs() throws IOException {
        var run = "20261122T134500123Z-har";
        ShippedPolicy.copyTo(root);
        new RecordBuilder()
                .runId(run)
                .of(361, observation -> ((ObjectNode) observation.at("/exchanges/1/response"))
                        .put("body", "made-up-in-this-run"))
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        handOver(run);

        assertThatThrownBy(() -> gate(run, "", "--har=elsewhere/run.har")).hasMessageStartingWith("LEAK (exit 5)");

        assertThat(verdict()).contains("elsewhere/run.har");
    }

    /** The id of a CI's run repeats when its pipeline does: it is no proof that this build drove anything. */
    @Test
    void takesNoRecordThatAnotherBuildHasBegun() throws IOException {
        record(new RecordBuilder().header(header -> header.put("attempt", "20261122T134500000Z")));

        assertThatThrownBy(this::gate)
                .isInstanceOf(GateFailedException.class)
                .hasMessageStartingWith("INCOMPLETE (exit 4): observations-simulator-1of1.jsonl: this record of run "
                        + RUN + " was begun at 2026-11-22T13:45:00.123Z, by another build or command");
        assertThat(Files.readString(root.resolve("reports/target/regcontract/verdict.json")))
                .contains("\"proven\" : 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1.2.3", "a b", "\u00e9", "x:y", "feature/x", "../../../x/evil", ""})
    void refusesARunIdThatIsNoneAndMakesNoPathOfIt(String run) throws IOException {
        record(new RecordBuilder());

        assertThatThrownBy(() -> gate(run, ""))
                .isInstanceOf(GateFailedException.class)
                .hasMessageStartingWith(
                        "USAGE (exit 2): '" + run + "' is not the id of a run: it takes 1 to 64 letters");
        assertThat(Files.readString(root.resolve("reports/target/regcontract/verdict.json")))
                .contains("\"exitCode\" : 2");
    }

    @Test
    void throwsTheVerdictAsOneLineWithoutATrace() {
        record(new RecordBuilder().of(361, failing("body.code", "361", "200")));

        assertThatThrownBy(this::gate)
                .isInstanceOf(GateFailedException.class)
                .hasMessage(counted("CONTRACT (exit 1): 1 of {all} codes contradicted (361); {all-1} proven. See ")
                        + root.resolve("reports/target/regcontract/verdict.json"))
                .satisfies(closed -> assertThat(closed.getStackTrace()).isEmpty());
    }

    @Test
    void leavesAVerdictWhenTheDayIsNone() throws IOException {
        record(new RecordBuilder());
        var verdict = root.resolve("reports/target/regcontract/verdict.json");

        assertThatThrownBy(() -> gate("22.11.2026"))
                .isInstanceOf(GateFailedException.class)
                .hasMessage("USAGE (exit 2): -DasOf=22.11.2026 is not a day."
                        + " Write year-month-day, such as -DasOf=2026-11-22. See " + verdict);
        assertThat(Files.readString(verdict)).contains("\"verdict\" : \"usage\"", "\"exitCode\" : 2");
    }

    /** What is wrong with a policy or a call says nothing about what the run has left behind. */
    @Test
    void searchesForTheSecretsOfARunThatItDoesNotJudge() throws IOException {
        var run = "20261122T134500123Z-refused";
        ShippedPolicy.copyTo(root);
        Files.writeString(root.resolve("reports/policy/gate.yaml"), "kinds: {}\n");
        new RecordBuilder()
                .runId(run)
                .of(361, failing("body.error", "unique_violation", "made-up-in-this-run"))
                .writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        var handedOver = handOver(run);

        assertThatThrownBy(() -> gate(run, "")).isInstanceOf(GateFailedException.class);

        assertThat(Files.readString(root.resolve("reports/target/regcontract/verdict.json")))
                .contains("holds the secret CLIENT_SECRET, in its plain form");
        assertThat(handedOver).doesNotExist();
    }

    /** What a benchmark left there days ago is none of this build's doing, and nobody could act upon it. */
    @Test
    void searchesBesideTheRunOnlyWhatWasWrittenSinceTheBuildBegan() throws IOException {
        var began = Instant.parse("2026-11-22T13:45:00Z");
        var earlier = write("benchmarks/target/report.html", began.minusMillis(1));
        var now = write("contract-tests/target/notes.txt", began);
        var run = "20261122T134500123Z-began";
        ShippedPolicy.copyTo(root);
        new RecordBuilder().runId(run).writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        handOver(run);

        assertThatThrownBy(() -> gate(run, "", "--began=20261122T134500123Z"))
                .isInstanceOf(GateFailedException.class)
                .hasMessageStartingWith("LEAK (exit 5)");
        assertThat(verdict()).contains(now).doesNotContain(earlier);

        Files.delete(root.resolve(now));
        handOver(run);
        gate(run, "", "--began=20261122T134500123Z");
        assertThat(verdict()).contains("\"exitCode\" : 0");

        handOver(run);
        assertThatThrownBy(() -> gate(run, "")).hasMessageStartingWith("LEAK (exit 5)");
        assertThat(verdict()).contains(earlier);
    }

    /** A file that holds a secret, as it was last written at that time. */
    private String write(String path, Instant time) throws IOException {
        var file = root.resolve(path);
        Files.createDirectories(root.resolve(path.substring(0, path.lastIndexOf('/'))));
        Files.writeString(file, "the secret is made-up-in-this-run");
        Files.setLastModifiedTime(file, FileTime.from(time));
        return path;
    }

    private static Path handOver(String run) throws IOException {
        var file = Path.of(System.getProperty("java.io.tmpdir"), "regcontract-" + run + ".registered");
        return Files.writeString(
                file,
                "CLIENT_SECRET "
                        + Base64.getEncoder().encodeToString("made-up-in-this-run".getBytes(StandardCharsets.UTF_8))
                        + "\n");
    }

    private String verdict() throws IOException {
        return Files.readString(root.resolve("reports/target/regcontract/verdict.json"));
    }

    @Test
    void judgesAsOnTheDayThatIsAskedFor() throws IOException {
        record(new RecordBuilder());

        gate("2026-02-28");

        assertThat(Files.readString(root.resolve("reports/target/regcontract/verdict.json")))
                .contains("\"asOf\" : \"2026-02-28\"");
    }

    @Test
    void judgesAlthoughTheAllureReportFails() throws IOException {
        record(new RecordBuilder());
        var results = Files.createDirectories(root.resolve("contract-tests/target/regcontract/runs")
                .resolve(RUN)
                .resolve("allure-results"));
        Files.writeString(results.resolve("x-result.json"), "{}");
        Files.createDirectories(root.resolve("allure/allure-0"));

        assertThatCode(this::gate).doesNotThrowAnyException();
        assertThat(root.resolve("reports/target/allure.log")).exists();
    }

    private void record(RecordBuilder record) {
        ShippedPolicy.copyTo(root);
        record.writeTo(root.resolve("contract-tests/target/regcontract/runs"));
    }

    private void gate() {
        gate("");
    }

    private void gate(String asOf) {
        gate(RUN, asOf);
    }

    private void gate(String run, String asOf, String... more) {
        var arguments = Stream.of(
                "--root",
                root.toString(),
                "--run=" + run,
                "--attempt=" + RecordBuilder.ATTEMPT,
                "--allure",
                root.resolve("allure").toString(),
                "--as-of=" + asOf);
        MavenGate.judge(
                Stream.concat(arguments, Stream.of(more)).toArray(String[]::new),
                RecordBuilder.DEMANDS,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
