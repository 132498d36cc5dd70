package io.regcontract.report.record;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.Codes.lineOf;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** A record that is not whole, not of this run, or not to be trusted says so; nothing of that sort is ever overlooked. */
class RecordReaderTest {

    private static final String FILE = "observations-simulator-1of1.jsonl";
    private static final String LINE_361 = FILE + ":" + lineOf(361) + ": ";

    @TempDir
    private Path records;

    @Test
    void readsAWholeRecord() {
        var run = read(new RecordBuilder());

        assertThat(run.flaws()).isEmpty();
        assertThat(run.refusals()).isEmpty();
        assertThat(run.observations()).hasSize(ALL_CODES);
        assertThat(run.header().orElseThrow().catalogue()).hasSize(ALL_CODES);
        assertThat(run.observations().get(0).place()).hasToString(FILE + ":2");
    }

    @Test
    void saysThatThereIsNoRecordOfTheRun() {
        assertFlaw(
                reader().read("20200101T000000000Z"),
                "record-missing",
                "There is no record of run 20200101T000000000Z in " + records
                        + ". Run ./mvnw verify with nothing skipped"
                        + " (no -DskipITs, -Dmaven.test.skip or -pl), or regcontract run, then judge that run.");
    }

    @Test
    void doesNotTakeTheRecordOfAnEarlierRunForThisOne() {
        new RecordBuilder().writeTo(records);

        assertThat(reader().read("20261122T150000000Z").flaws())
                .extracting(RecordFlaw::rule)
                .containsExactly("record-missing");
    }

    @Test
    void refusesAFileThatSpeaksOfAnotherRun() {
        var run = read(new RecordBuilder().text(text -> text.replace(RUN, "20200101T000000000Z")));

        assertThat(run.header()).isEmpty();
        assertThat(run.flaws())
                .extracting(RecordFlaw::message)
                .contains(FILE + ":1: this is of run 20200101T000000000Z, the run to judge is " + RUN + ".");
    }

    @Test
    void refusesAFooterOfAnotherRun() {
        assertFlaw(
                read(new RecordBuilder().footer(footer -> footer.put("runId", "other"))),
                "foreign-run",
                FILE + counted(":{all+2}: this is of run other, the run to judge is ") + RUN + ".");
    }

    @Test
    void missesTheFooter() {
        assertFlaw(
                read(new RecordBuilder().text(RecordReaderTest::withoutLastLine)),
                "footer-missing",
                FILE + ": the record ends without its footer, as it does when a run is killed. Run again.");
    }

    @Test
    void seesThatTheLastLineIsCutOff() {
        var run = read(new RecordBuilder().text(text -> text.substring(0, text.length() - 20)));

        assertThat(run.flaws())
                .extracting(RecordFlaw::rule, RecordFlaw::message)
                .containsExactly(
                        tuple("record-truncated", FILE + counted(":{all+2}: this line is not JSON.")),
                        tuple(
                                "footer-missing",
                                FILE + ": the record ends without its footer, as it does when a run is killed."
                                        + " Run again."));
    }

    @Test
    void countsWhatTheFooterCounts() {
        assertFlaw(
                read(new RecordBuilder().footer(footer -> footer.put("observations", ALL_CODES + 1))),
                "footer-mismatch",
                FILE + counted(":{all+2}: the footer counts {all+1} observations, above it stand {all}."));
    }

    @Test
    void refusesTheSameRequirementTwice() {
        assertFlaw(
                read(new RecordBuilder().twice(100)),
                "duplicate-requirement",
                FILE + counted(":{all+2}: ") + id(100) + " was observed before, at " + FILE
                        + ":2; which one is to count, nobody knows.");
    }

    @Test
    void refusesACodeThatIsNotDocumented() {
        var run = read(new RecordBuilder()
                .text(text -> text.replace("REG-226.", "REG-999.").replace("\"code\":226", "\"code\":999")));

        assertThat(run.flaws()).extracting(RecordFlaw::rule).containsExactly("unknown-code", "unknown-code");
        assertThat(run.flaws())
                .extracting(RecordFlaw::message)
                .contains(
                        FILE + ":1: the catalogue has REG-999.some-operation.some-case, whose code is not documented.");
    }

    @Test
    void refusesAnIdThatSpeaksOfAnotherCode() {
        assertFlaw(
                read(new RecordBuilder().of(361, observation -> observation
                        .withObject("/requirement")
                        .put("code", 362))),
                "record-invalid",
                LINE_361 + id(361) + " says it is about code 362.");
    }

    @Test
    void refusesARequirementThatTheCatalogueDoesNotHave() {
        assertFlaw(
                read(new RecordBuilder().of(361, observation -> observation
                        .withObject("/requirement")
                        .put("id", "REG-361.other.other"))),
                "uncatalogued-requirement",
                LINE_361 + "REG-361.other.other is not in the suite's catalogue.");
    }

    @Test
    void refusesAnExcuseThatTheProfileDoesNotAccept() {
        assertFlaw(
                read(new RecordBuilder()
                        .of(361, failing("body.code", "361", "360").andThen(observation -> RecordBuilder.check(
                                        observation, "body.code")
                                .putArray("relaxedBy")
                                .add("E-99")))),
                "unaccepted-relaxation",
                LINE_361 + id(361) + " excuses a failing check with E-99, which the profile does not accept.");
    }

    @Test
    void refusesAKeyThatTheFormatDoesNotHave() {
        var run = read(new RecordBuilder().of(361, observation -> observation.put("outcme", "observed")));

        assertThat(run.flaws()).hasSize(1);
        assertThat(run.flaws().get(0).message())
                .startsWith(LINE_361 + "this line breaks the format: ")
                .contains("outcme");
        assertThat(run.observations()).hasSize(ALL_CODES - 1);
    }

    @Test
    void saysOfARecordOfAnotherVersionThatItIsOne() {
        var run = read(new RecordBuilder().header(header -> header.put("format", "regcontract/observation/1")));

        assertThat(run.flaws().get(0).message())
                .isEqualTo(FILE + ":1: the record is of the format regcontract/observation/1, and this version judges"
                        + " regcontract/observation/2 only: drive the run again, or judge it with the version that"
                        + " drove it.");
        assertThat(run.observations()).isEmpty();
    }

    @Test
    void refusesADayThatIsNotInTheCalendar() {
        assertThat(read(new RecordBuilder().header(header -> header.put("startedAt", "2026-02-30T10:00:00Z")))
                        .flaws())
                .extracting(RecordFlaw::rule, RecordFlaw::message)
                .contains(tuple(
                        "record-invalid",
                        FILE + ":1: this line breaks the format: 2026-02-30T10:00:00Z is not in the calendar."));
        assertFlaw(
                read(new RecordBuilder().of(100, seen -> seen.put("startedAt", "2026-02-30T10:00:00Z"))),
                "record-invalid",
                FILE + ":2: this line breaks the format: 2026-02-30T10:00:00Z is not in the calendar.");
    }

    @Test
    void refusesATimeOfDayThatNoClockShows() {
        assertFlaw(
                read(new RecordBuilder()
                        .of(100, seen -> ((ObjectNode) seen.at("/exchanges/0")).put("at", "2026-11-22T25:00:00Z"))),
                "record-invalid",
                FILE + ":2: this line breaks the format: /exchanges/0/at: expected a UTC time such as"
                        + " 2026-11-22T13:45:01Z, found \"2026-11-22T25:00:00Z\".");
    }

    @Test
    void refusesNumbersThatNoRunCanHave() {
        assertThat(read(new RecordBuilder().header(header -> header.putObject("shard")
                                .put("index", 1)
                                .put("total", 99_999_999_999L)))
                        .flaws())
                .extracting(RecordFlaw::message)
                .contains(FILE + ":1: this line breaks the format: /shard/total: expected at most 10000,"
                        + " found 99999999999.");
        assertThat(read(new RecordBuilder().footer(footer -> footer.put("observations", 99_999_999_999L)))
                        .flaws())
                .extracting(RecordFlaw::message)
                .contains(FILE
                        + counted(":{all+2}: this line breaks the format: /observations: expected at most 2147483647,")
                        + " found 99999999999.");
    }

    @Test
    void refusesAKeyThatStandsTwice() {
        assertThat(read(new RecordBuilder()
                                .text(text -> text.replace(
                                        "\"outcome\":\"observed\"", "\"outcome\":\"broken\",\"outcome\":\"observed\"")))
                        .observations())
                .isEmpty();
    }

    @Test
    void refusesALineThatIsNotOneObjectOfStrictJson() {
        for (var damage : List.<UnaryOperator<String>>of(
                line -> line + "{}",
                line -> line + " x",
                line -> line.substring(0, line.length() - 1),
                line -> line.replace("\"millis\":", "\"outcome\":\"observed\",\"millis\":"),
                line -> line.replace("\"observed\"", "observed"),
                line -> "[" + line + "]")) {
            var run = read(new RecordBuilder().text(text -> withSecondLine(text, damage)));

            assertThat(run.flaws()).hasSize(1);
            assertThat(run.flaws().get(0).message()).startsWith(FILE + ":2: this line ");
            assertThat(run.observations()).hasSize(ALL_CODES - 1);
        }
    }

    @Test
    void refusesWhatStandsBehindTheFooter() {
        assertFlaw(
                read(new RecordBuilder().text(text -> text + "{\"type\":\"refusal\"}\n")),
                "record-invalid",
                FILE + counted(":{all+3}: something stands behind the footer."));
    }

    @Test
    void refusesObservationsWithoutAHeader() {
        var run = read(new RecordBuilder().text(text -> text.substring(text.indexOf('\n') + 1)));

        assertThat(run.observations()).isEmpty();
        assertThat(run.flaws())
                .extracting(RecordFlaw::message)
                .contains(
                        FILE + ":1: an observation stands here before the header.",
                        FILE + ": more is wrong with this file than is listed here.")
                .hasSize(21);
    }

    @Test
    void refusesAnEmptyFile() {
        assertThat(read(new RecordBuilder().text(text -> "")).flaws())
                .extracting(RecordFlaw::rule)
                .containsExactly("footer-missing", "record-invalid");
    }

    @Test
    void refusesASecondHeader() {
        assertThat(read(new RecordBuilder().text(text -> text.substring(0, text.indexOf('\n') + 1) + text))
                        .flaws())
                .extracting(RecordFlaw::message)
                .containsExactly(FILE + ":2: a header stands here that is not the first line.");
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        new RecordBuilder().writeTo(records);
        var file = records.resolve(RUN).resolve(FILE);
        var text = Files.readString(file).replace("the condition of 100", "\u00ff the condition of 100");
        Files.write(file, text.getBytes(StandardCharsets.ISO_8859_1));

        assertFlaw(reader().read(RUN), "record-invalid", FILE + ":2: the line is not UTF-8.");
    }

    @Test
    void doesNotOverlookAFileThatCannotBeRead() throws IOException {
        new RecordBuilder().writeTo(records);
        Files.createDirectories(records.resolve(RUN).resolve("observations-simulator-2of2.jsonl"));

        assertThat(reader().read(RUN).flaws())
                .extracting(RecordFlaw::rule, RecordFlaw::message)
                .containsExactly(
                        tuple("record-unreadable", "observations-simulator-2of2.jsonl: the file cannot be read."));
    }

    @Test
    void readsALineOfMegabytes() {
        var run = read(new RecordBuilder().of(361, failing("body.code", "361", "9".repeat(5_000_000))));

        assertThat(run.flaws()).isEmpty();
        assertThat(run.observations()).hasSize(ALL_CODES);
    }

    @Test
    void refusesALineWithoutAnEnd() throws IOException {
        var lines = Files.writeString(records.resolve("long"), "short\n" + "x".repeat(101) + "\nshort");

        try (var bounded = BoundedLineReader.of(lines, 100)) {
            assertThat(next(bounded)).isEqualTo("short");
            assertThat(next(bounded)).isEqualTo("the line is longer than 100 bytes");
            assertThat(next(bounded)).isEqualTo("short");
            assertThat(next(bounded)).isEqualTo("end");
        }
    }

    @Test
    void mergesShards() {
        shard(1, 100, 200).writeTo(records);
        var run = read(shard(2, 201, 540));

        assertThat(run.flaws()).isEmpty();
        assertThat(run.observations()).hasSize(ALL_CODES);
    }

    @Test
    void missesAShard() {
        assertFlaw(
                read(shard(2, 201, 540)), "shard-missing", "Shard 1 of 2 has left no record. Run it, or collect it.");
    }

    @Test
    void refusesAShardThatIsThereTwice() {
        shard(1, 100, 200).writeTo(records);
        shard(1, 0, 0).file("observations-copy-1of2.jsonl").writeTo(records);

        assertFlaw(
                read(shard(2, 201, 540)),
                "shard-twice",
                "observations-simulator-1of2.jsonl: shard 1 of this run is there twice.");
    }

    @Test
    void refusesShardsOfTwoEnvironments() {
        shard(1, 100, 200).writeTo(records);

        var run = read(shard(2, 201, 540).environment(environment -> environment.put("name", "staging")));

        assertFlaw(
                run,
                "shards-disagree",
                "observations-simulator-2of2.jsonl: it differs from the run's first shard in environment, so what it"
                        + " observed does not count.");
        assertThat(run.shards()).isEqualTo(1);
        assertThat(run.observations()).isNotEmpty().allSatisfy(observation -> assertThat(
                        observation.place().file())
                .isEqualTo("observations-simulator-1of2.jsonl"));
    }

    @Test
    void namesAllInWhichAShardDiffers() {
        shard(1, 100, 200).writeTo(records);

        var run = read(shard(2, 201, 540)
                .environment(environment -> environment.put("dialect", "observed"))
                .header(header -> {
                    header.putObject("shard").put("index", 2).put("total", 3);
                    header.withArray("/catalogue").add("REG-100.a.one-more");
                    header.putObject("selection").put("complete", false).put("description", "-Dcode=361");
                }));

        assertThat(run.flaws())
                .extracting(RecordFlaw::rule, RecordFlaw::message)
                .containsExactly(tuple(
                        "shards-disagree",
                        "observations-simulator-2of2.jsonl: it differs from the run's first shard in environment,"
                                + " number of shards, catalogue, selection, so what it observed does not count."));
    }

    @Test
    void takesTheRunThatStartedLastForTheLatest() throws IOException {
        Files.createDirectories(records.resolve("20261122T134500123Z"));
        Files.createDirectories(records.resolve("20261122T134500124Z"));
        Files.createFile(records.resolve("20991122T134500124Z"));

        assertThat(reader().latest()).hasValue("20261122T134500124Z");
    }

    @Test
    void knowsNoLatestRunWhenThereIsNone() {
        assertThat(new RecordReader(records.resolve("none"), Contract.load(), RecordBuilder.DEMANDS).latest())
                .isEmpty();
    }

    private static RecordBuilder shard(int index, int from, int to) {
        var record = new RecordBuilder()
                .file("observations-simulator-" + index + "of2.jsonl")
                .header(header -> header.putObject("shard").put("index", index).put("total", 2));
        Contract.load().errors().stream()
                .map(error -> error.code().code())
                .filter(code -> code < from || code > to)
                .forEach(record::withoutObservation);
        return record;
    }

    private static String withoutLastLine(String text) {
        return text.substring(0, text.lastIndexOf('\n', text.length() - 2) + 1);
    }

    private static String withSecondLine(String text, UnaryOperator<String> change) {
        var lines = new ArrayList<>(text.lines().toList());
        lines.set(1, change.apply(lines.get(1)));
        return String.join("\n", lines) + "\n";
    }

    private static String next(BoundedLineReader lines) throws IOException {
        try {
            var line = lines.next();
            return line.isPresent() ? line.get().text() : "end";
        } catch (BoundedLineReader.UnreadableLineException unreadable) {
            return String.valueOf(unreadable.getMessage());
        }
    }

    private static void assertFlaw(RunRecord run, String rule, String message) {
        assertThat(run.flaws())
                .extracting(RecordFlaw::rule, RecordFlaw::message)
                .containsExactly(tuple(rule, message));
    }

    private RunRecord read(RecordBuilder record) {
        record.writeTo(records);
        return reader().read(RUN);
    }

    private RecordReader reader() {
        return new RecordReader(records, Contract.load(), RecordBuilder.DEMANDS);
    }
}
