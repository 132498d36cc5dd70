package io.regcontract.report.render.console;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.Codes.lineOf;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.heldBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.record.RecordReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads, to the letter. */
class ConsoleReportTest {

    private static final Contract CONTRACT = Contract.load();

    @TempDir
    private Path records;

    private final ConsoleReport console = new ConsoleReport(new Terminal(StandardCharsets.US_ASCII));

    @Test
    void showsAllCodesInATableOfAtMostAHundredColumns() {
        var lines = console.lines(decide(new RecordBuilder()
                .withRequirement(361, "other-case")
                .of(361, failing("body.error", "unique_violation", "x"))
                .of(300, ending("broken", "the storage could not be told to refuse writes, because ".repeat(9)))
                .of(
                        402,
                        failing("content.type", "application/json", "text/json")
                                .andThen(observation ->
                                        check(observation, "content.type").put("weight", "should")))
                .of(212, answering(210, "invalid_credentials"))));
        var table = lines.subList(0, lines.indexOf(""));

        assertThat(table).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(table)
                .containsSequence(
                        "run 20261122T134500123Z   env simulator (simulator, dialect documented) at http://127.0.0.1:4711",
                        "  code                             verdict               proven  note",
                        "missing argument",
                        "  100  missing_argument            + proven                 1/1")
                .contains(
                        "  361  unique_violation            X contradicted           1/2  body.error",
                        "  300  error_creating_record       ! broken                 0/1  the storage could not be told to...",
                        "  212  no_such_account             ^ coarser                0/1  answered its catch-all 210",
                        "  402  invalid_client_credentials  + proven                 1/1  should: content.type");
        assertThat(table.stream().filter(line -> line.matches("  \\d{3} .*"))).hasSize(ALL_CODES);
    }

    @Test
    void tellsAContradictionAsAPersonMeetsIt() {
        assertThat(troubles(new RecordBuilder()
                        .of(
                                361,
                                failing("body.error", "unique_violation", "constraint_violation")
                                        .andThen(failing("token.unique", "not seen before", "also in REG-360")))))
                .containsExactly(
                        "[CONTRACT] token abcdefgh12345361   REG-361.some-operation.some-case   env simulator",
                        "  the condition of 361 holds",
                        "    body.error    expected unique_violation  actual constraint_violation",
                        "    token.unique  expected not seen before   actual also in REG-360",
                        "  evidence: observations-simulator-1of1.jsonl:" + lineOf(361) + " has set-up and call as curl",
                        "To waive for a while, fill this in and save it as a .yaml in the policy's waivers/:",
                        "waivers:",
                        "  - id: W-FILL-IN",
                        "    requirement: \"REG-361.some-operation.some-case\"",
                        "    environments: [\"simulator\"]",
                        "    check: body.error",
                        "    actual: \"constraint_violation\"",
                        "    reason: FILL-IN why this may stay for a while",
                        "    issue: FILL-IN where the mending is tracked",
                        "    owner: FILL-IN who sees to it",
                        "    created: 2026-11-22",
                        "    expires: 2026-12-06",
                        "    strict: true",
                        "  - id: W-FILL-IN",
                        "    requirement: \"REG-361.some-operation.some-case\"",
                        "    environments: [\"simulator\"]",
                        "    check: token.unique",
                        "    actual: \"also in REG-360\"",
                        "    reason: FILL-IN why this may stay for a while",
                        "    issue: FILL-IN where the mending is tracked",
                        "    owner: FILL-IN who sees to it",
                        "    created: 2026-11-22",
                        "    expires: 2026-12-06",
                        "    strict: true");
    }

    @Test
    void saysFirstWhatFailsManyAlike() {
        var record = new RecordBuilder().of(100, failing("body.error", "a", "b"));
        for (int code : List.of(212, 361, 362)) {
            record.of(code, failing("token.present", "request_token", "request_id instead"));
        }

        assertThat(troubles(record))
                .startsWith(
                        "[ALIKE] 3 requirements of 3 codes   env simulator",
                        "    token.present  actual request_id instead",
                        "[CONTRACT] token abcdefgh12345100   REG-100.some-operation.some-case   env simulator");
    }

    @Test
    void tellsOneOfManyAlikeInFullAndThoseWithMoreToTell() {
        var record = new RecordBuilder();
        CONTRACT.errors().forEach(error -> record.of(error.code().code(), failing("token.length", "16", "17")));
        record.of(402, failing("body.error", "a", "b"));

        assertThat(troubles(record))
                .filteredOn(line -> line.startsWith("["))
                .containsExactly(
                        counted("[ALIKE] {all} requirements of {all} codes   env simulator"),
                        "[CONTRACT] token abcdefgh12345100   REG-100.some-operation.some-case   env simulator",
                        "[CONTRACT] token abcdefgh12345402   REG-402.some-operation.some-case   env simulator");
    }

    @Test
    void countsWhatIsAcceptedAndListsItNowhere() {
        var lines = console.lines(decide(new RecordBuilder()
                .environment(environment ->
                        environment.withArray("/acceptedErrata").add("E-02").add("E-10"))
                .of(361, heldBy("token.present", "E-02"))
                .of(362, heldBy("token.present", "E-02").andThen(heldBy("token.length", "E-02")))
                .of(200, heldBy("http.status", "E-10"))));

        assertThat(lines)
                .containsSequence(
                        "accepted  E-02  2 requirements of 2 codes", "          E-10  1 requirement of 1 code", "")
                .noneMatch(line -> line.contains("REG-"));
    }

    @Test
    void callsTwoFailuresNoPattern() {
        assertThat(troubles(new RecordBuilder()
                        .of(361, failing("body.error", "a", "b"))
                        .of(362, failing("body.error", "a", "b"))))
                .noneMatch(line -> line.startsWith("[ALIKE]"));
        assertThat(troubles(new RecordBuilder()
                        .of(361, failing("body.error", "a", "b"))
                        .withRequirement(361, "second")
                        .last(failing("body.error", "a", "b"))
                        .withRequirement(361, "third")
                        .last(failing("body.error", "a", "b"))))
                .noneMatch(line -> line.startsWith("[ALIKE]"));
    }

    @Test
    void saysOnceWhatManyShare() {
        var record = new RecordBuilder().of(100, ending("broken", "another reason"));
        for (int code : List.of(414, 415, 416, 417, 480)) {
            record.of(code, ending("broken", "the control plane answered 503"));
        }

        assertThat(troubles(record))
                .containsExactly(
                        "[BROKEN] 1 requirement   env simulator",
                        "  another reason",
                        "    REG-100.some-operation.some-case",
                        "[BROKEN] 5 requirements   env simulator",
                        "  the control plane answered 503",
                        "    REG-414.some-operation.some-case, REG-415.some-operation.some-case,"
                                + " REG-416.some-operation.some-case, REG-417.some-operation.some-case and 1 more");
    }

    @Test
    void saysWhatLacksAndWhatWasLeftOut() {
        assertThat(troubles(new RecordBuilder()
                        .withoutObservation(540)
                        .of(
                                414,
                                ending("not-drivable", "no control plane")
                                        .andThen(observation -> observation.put("missingCapability", "TIME_TRAVEL")))))
                .containsExactly(
                        "[NOT-DRIVABLE] 1 requirement   env simulator",
                        "  lacks TIME_TRAVEL: no control plane",
                        "    REG-414.some-operation.some-case",
                        "[UNTESTED] 1 requirement   env simulator",
                        "  not observed in this run",
                        "    REG-540.some-operation.some-case");
    }

    @Test
    void showsHostileTextEscapedAndBounded() {
        var hostile = "\u001b[2J\u202e" + "A".repeat(3_000_000);
        var lines = console.lines(decide(new RecordBuilder()
                .of(
                        361,
                        failing("body.error", "unique_violation", hostile)
                                .andThen(observation -> observation.put("requestToken", hostile)))));

        assertThat(lines)
                .allSatisfy(line -> assertThat(line).matches("\\p{Print}*").hasSizeLessThan(500));
        assertThat(lines)
                .contains("    body.error  expected unique_violation  actual"
                        + " \\u{1b}[2J\\u{202e}AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA...");
    }

    @Test
    void namesNoMoreThanTwentyContradictions() {
        var record = new RecordBuilder();
        CONTRACT.errors()
                .forEach(error -> record.of(
                        error.code().code(),
                        failing("body.error", "a", "b" + error.code().code())));

        assertThat(troubles(record))
                .filteredOn(line -> line.startsWith("[CONTRACT]"))
                .hasSize(20);
        assertThat(troubles(record)).contains(counted("  and {all-20} more requirements, see verdict.json"));
    }

    @Test
    void saysTheDecisionOnOneLine() {
        assertThat(console.line(
                        decide(new RecordBuilder().of(361, failing("token.length", "16", "17"))),
                        Path.of("out/verdict.json")))
                .isEqualTo(
                        counted(
                                "CONTRACT (exit 1): 1 of {all} codes contradicted (361); {all-1} proven. See out/verdict.json"));
    }

    @Test
    void showsNoTableWhenNothingWasTested() {
        var decision = new Gate(CONTRACT, ShippedPolicy.terms())
                .decide(new RecordReader(records, CONTRACT, RecordBuilder.DEMANDS).nothing());

        assertThat(console.lines(decision)).containsExactly("");
        assertThat(console.line(decision, Path.of("verdict.json")))
                .startsWith("INCOMPLETE (exit 4): There is no record of any run in ");
    }

    @Test
    void saysOnlyTheRefusalWhenARunWasRefused() {
        var decision = decide(new RecordBuilder()
                .withoutObservations()
                .header(header ->
                        header.putObject("selection").put("complete", false).put("description", "0 of 43"))
                .refused(3, "Nothing answers at http://127.0.0.1:9.", "Start the service, then run again."));

        assertThat(console.lines(decision))
                .containsExactly(
                        "run 20261122T134500123Z   env simulator (simulator, dialect documented) at http://127.0.0.1:4711",
                        "");
        assertThat(console.line(decision, Path.of("verdict.json")))
                .isEqualTo("INCONCLUSIVE (exit 3): Nothing answers at http://127.0.0.1:9. Start the service, then run"
                        + " again. See verdict.json");
    }

    @Test
    void speaksTheSameInEveryLocale() {
        var decision = decide(new RecordBuilder().of(361, failing("token.length", "16", "17")));
        var usual = console.lines(decision);
        var locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(console.lines(decision)).isEqualTo(usual);
        } finally {
            Locale.setDefault(locale);
        }
    }

    private List<String> troubles(RecordBuilder record) {
        var lines = console.lines(decide(record));
        return lines.subList(lines.indexOf("") + 1, lines.size() - 1);
    }

    private Decision decide(RecordBuilder record) {
        return new Gate(CONTRACT, ShippedPolicy.terms())
                .decide(new RecordReader(record.writeTo(records), CONTRACT, RecordBuilder.DEMANDS).read(RUN));
    }
}
