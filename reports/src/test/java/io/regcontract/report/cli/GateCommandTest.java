package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process a release depends on: its exit code, its verdict file, its words. */
class GateCommandTest {

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path records = Path.of("");

    @BeforeEach
    void recordsAreWhereTheSuiteWritesThem() {
        records = root.resolve("contract-tests/target/regcontract/runs");
        ShippedPolicy.copyTo(root);
    }

    @Test
    void returnsZeroForAPass() throws IOException {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--run", RUN)).isZero();
        assertThat(out.toString().lines())
                .last()
                .isEqualTo(counted("PASS (exit 0): All {all} codes are proven, by {all} requirements. See ")
                        + verdictFile());
        assertThat(verdict().get("codes").get("proven").intValue()).isEqualTo(ALL_CODES);
    }

    @Test
    void returnsOneForAContradiction() {
        new RecordBuilder().of(361, failing("body.code", "361", "200")).writeTo(records);

        assertThat(gate()).isEqualTo(1);
        assertThat(out.toString()).contains("    body.code  expected 361  actual 200");
    }

    @Test
    void returnsTwoForAWrongProfile() {
        new RecordBuilder()
                .withoutObservations()
                .refused(2, "There is no environment 'x'.", "Known: local.")
                .writeTo(records);

        assertThat(gate()).isEqualTo(2);
    }

    @Test
    void returnsThreeForAnUnfitEnvironment() {
        new RecordBuilder().of(361, ending("broken", "no answer")).writeTo(records);

        assertThat(gate()).isEqualTo(3);
    }

    @Test
    void returnsFourForARecordThatIsNotWhole() {
        new RecordBuilder().withoutObservation(361).writeTo(records);

        assertThat(gate()).isEqualTo(4);
    }

    @Test
    void returnsFourAndWritesAVerdictWhenThereIsNothingToJudge() throws IOException {
        assertThat(gate()).isEqualTo(4);
        assertThat(verdict().get("verdict").stringValue()).isEqualTo("incomplete");
        assertThat(verdict().get("runId").stringValue()).isEmpty();
    }

    @Test
    void doesNotJudgeAnEarlierRunWhenAskedForThisOne() throws IOException {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--run", "20261122T150000000Z")).isEqualTo(4);
        assertThat(verdict().get("sentence").stringValue())
                .startsWith("There is no record of run 20261122T150000000Z in ");
    }

    @Test
    void refusesARunThatIsNoneAndSaysSoInTheVerdict() throws IOException {
        assertThat(gate("--run", "../../../etc")).isEqualTo(2);
        assertThat(verdict().get("verdict").stringValue()).isEqualTo("usage");
        assertThat(verdict().get("sentence").stringValue())
                .isEqualTo(
                        "'../../../etc' is not the id of a run: it takes 1 to 64 letters, digits, '-' and '_' of ASCII,"
                                + " beginning with a letter or a digit. Name a run with --run ID, or latest;"
                                + " in a build, with -Dregcontract.run=ID.");
    }

    @Test
    void judgesTheRunOfTheBuildAfterSomebodyNamedAnother() throws IOException {
        new RecordBuilder().writeTo(records);
        new RecordBuilder()
                .runId("zzz-later")
                .of(361, failing("body.code", "361", "200"))
                .writeTo(records);
        assertThat(gate("--run", RUN)).isZero();
        Files.writeString(verdictFile(), "{\"runId\":\"" + RUN + "\"}");

        assertThat(gate("--run", "nosuch")).isEqualTo(4);
        assertThat(gate("--run", "../no")).isEqualTo(2);
        assertThat(gate("--run", "zzz-later")).isEqualTo(1);
        assertThat(gate()).isZero();
        assertThat(verdict().get("runId").stringValue()).isEqualTo(RUN);
        assertThat(gate()).isZero();
    }

    @Test
    void judgesTheYoungestRecordWhereOnlyAMistakeIsRemembered() throws IOException {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--run", "nosuch")).isEqualTo(4);
        assertThat(FileFormats.validate("verdict", verdict())).isEmpty();
        assertThat(gate()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--run", "--out", "--records", "--policy", "--history", "--baseline"})
    void refusesAValueThatAScriptCouldNotFillIn(String option) {
        new RecordBuilder().writeTo(records);

        assertThat(gate(option + "=")).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo(option + " has no value: name what is meant, or leave it out. Nothing was judged.");
        assertThat(verdictFile()).doesNotExist();
    }

    @Test
    void makesNoProjectWhereThereIsNone() {
        var nowhere = root.resolve("nowhere");

        assertThat(ReportsCommand.commandLine()
                        .setErr(new PrintWriter(err, true))
                        .execute("gate", "--root", nowhere.toString()))
                .isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("There is no directory " + nowhere
                        + ": --root names the project's directory. Nothing was judged.");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void refusesAnUnknownOptionInThreeLines() {
        assertThat(gate("--recrods", "x")).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Unknown options: '--recrods', 'x'",
                        "Possible solutions: --records",
                        "Try 'regcontract gate --help'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22.11.2026", "2026-02-30", "20261122", "+12026-11-22", "2026-11-22T00:00Z", "today", ""})
    void refusesADayThatIsNone(String noDay) {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--as-of=" + noDay)).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly(
                        "Invalid value for option '--as-of': '" + noDay
                                + "' is not a day. Write year-month-day, such as 2026-11-22.",
                        "Try 'regcontract gate --help'.");
    }

    @Test
    void saysWhereAVerdictCannotBeWritten() throws IOException {
        var file = Files.createFile(root.resolve("file"));

        assertThat(gate("--out", file.toString())).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("The verdict cannot be written to " + file + ": name a directory that can be, with --out.");
    }

    @Test
    void saysWhereTheHistoryCannotBeKept() throws IOException {
        new RecordBuilder().writeTo(records);
        var file = Files.createFile(root.resolve("file"));

        assertThat(gate("--history", file.toString())).isEqualTo(2);
        assertThat(err.toString().strip())
                .isEqualTo("The history of runs cannot be kept in " + file
                        + ", which is no directory: name a directory that" + " can be written to, with --history.");
    }

    /** Whoever opens a pipe waits for somebody to write into it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void takesNoPipeForARecord() throws IOException, InterruptedException {
        var run = Files.createDirectories(records.resolve(RecordBuilder.RUN));
        var pipe = run.resolve("observations-simulator-1of1.jsonl");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("this is a pipe or a device, and no file with a record.");
    }

    @Test
    void refusesToDecideWhereAnEarlierVerdictCannotBeTakenAway() throws IOException {
        Files.createDirectories(verdictFile().resolve("not-empty"));

        assertThat(gate()).isEqualTo(2);
        assertThat(err.toString()).startsWith("The verdict cannot be written to ");
    }

    @Test
    void takesDirectoriesFromAnywhere() throws IOException {
        var elsewhere = root.resolve("elsewhere");
        new RecordBuilder().writeTo(elsewhere);

        assertThat(gate("--records", elsewhere.toString(), "--out", elsewhere.toString()))
                .isZero();
        assertThat(elsewhere.resolve("verdict.json")).exists();
    }

    @Test
    void isInconclusiveWhenItsMachineGivesUp() {
        assertThat(undecidedBy(new OutOfMemoryError("Java heap space"))).isEqualTo(3);
        assertThat(err.toString().strip())
                .isEqualTo("The gate itself failed and has decided nothing: it has too little memory."
                        + " Give it more, with java -Xmx1g.");

        err.getBuffer().setLength(0);
        assertThat(undecidedBy(new LinkageError("half a jar"))).isEqualTo(3);
        assertThat(err.toString().strip())
                .isEqualTo("The gate itself failed and has decided nothing: java.lang.LinkageError: half a jar."
                        + " That is a defect of regcontract, please report it.");
    }

    private int undecidedBy(Error fatal) {
        return ReportsCommand.exitCode(
                ReportsCommand.commandLine().setErr(new PrintWriter(err, true)).setExecutionStrategy(parsed -> {
                    throw fatal;
                }),
                "gate");
    }

    @Test
    void namesItsVersion() {
        assertThat(gate("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("regcontract (not packaged)");
    }

    @Test
    void helps() {
        assertThat(gate("--help")).isZero();
        assertThat(out.toString()).contains("Exit codes:", "4   incomplete");
    }

    private int gate(String... arguments) {
        var all = new ArrayList<>(List.of("gate", "--root", root.toString()));
        all.addAll(List.of(arguments));
        return ReportsCommand.commandLine(
                        new GateCommand(Clock.fixed(RecordBuilder.NOW, ZoneOffset.UTC), RecordCriteria::ofAnyCatalogue))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    private Path verdictFile() {
        return root.resolve("reports/target/regcontract/verdict.json");
    }

    private JsonNode verdict() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(verdictFile()));
    }
}
