package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.ATTEMPT;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.check;
import static io.regcontract.report.RecordBuilder.ending;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.contract.model.Promise;
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
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A record says of itself what it is; the gate believes no more of it than it can hold against something else. */
class ForgedRecordTest {

    @TempDir
    private Path root;

    private final StringWriter out = new StringWriter();
    private Path records = Path.of("");
    private UnaryOperator<RecordCriteria> demands = RecordCriteria::ofAnyCatalogue;

    @BeforeEach
    void layOut() throws IOException {
        records = root.resolve("contract-tests/target/regcontract/runs");
        ShippedPolicy.copyTo(root);
        profile("simulator", "simulator", "");
    }

    @Test
    void passesAsItIs() throws IOException {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--attempt", ATTEMPT)).as(out.toString()).isZero();
        assertThat(verdict().path("record").path("handedOver").booleanValue()).isTrue();
        assertThat(out.toString()).contains("by attempt attempt-1, the attempt that was asked for.");
    }

    @Test
    void saysWhenNothingTiesARecordToNow() throws IOException {
        new RecordBuilder().writeTo(records);

        assertThat(gate()).isZero();
        assertThat(verdict().path("record").path("handedOver").booleanValue()).isFalse();
        assertThat(verdict().path("record").path("attempt").stringValue()).isEqualTo(ATTEMPT);
        assertThat(out.toString())
                .contains("No attempt was handed over (--attempt), so it is judged by its name and its time alone.");
    }

    @Test
    void isNotThatOfAnotherAttempt() throws IOException {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--attempt", "another")).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue())
                .startsWith("observations-simulator-1of1.jsonl: this record of run " + RUN
                        + " was begun at 2026-11-22T13:45:00.123Z, by another build or command than the one that is"
                        + " judged, which has left none. Run ./mvnw verify");
        assertThat(verdict().path("codes").path("proven").intValue()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up", "a b", "", "\u00e9"})
    void isNotLookedForUnderAnAttemptThatIsNone(String attempt) {
        new RecordBuilder().writeTo(records);

        assertThat(gate("--attempt=" + attempt)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-01T00:00:00Z, record-stale",
        "2025-11-22T13:45:00Z, record-stale",
        "2026-11-21T13:59:59Z, record-stale",
        "2026-11-22T14:05:01Z, record-untimely",
        "2099-01-01T00:00:00Z, record-untimely"
    })
    void beginsAtATimeThatCannotBe(String start, String rule) throws IOException {
        new RecordBuilder().header(header -> header.put("startedAt", start)).writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(rules()).contains(rule);
    }

    @Test
    void isOldAndJudgedOnPurpose() {
        new RecordBuilder()
                .header(header -> header.put("startedAt", "2026-11-01T13:45:00Z"))
                .writeTo(records);

        assertThat(gate("--since", "2026-11-01T00:00:00Z")).as(out.toString()).isZero();
        assertThat(gate("--since", "yesterday")).isEqualTo(2);
    }

    @Test
    void endsBeforeItsBeginning() throws IOException {
        new RecordBuilder()
                .footer(footer -> footer.put("finishedAt", "2026-11-22T13:44:59Z"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue())
                .isEqualTo(counted(
                                "observations-simulator-1of1.jsonl:{all+2}: this shard ended at 2026-11-22T13:44:59Z, before its")
                        + " beginning at 2026-11-22T13:45:00.123Z.");
    }

    @Test
    void endsInTimesToCome() throws IOException {
        new RecordBuilder()
                .footer(footer -> footer.put("finishedAt", "2099-11-22T13:44:59Z"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(rules()).contains("record-untimely");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-22T13:39:59Z", "2026-11-22T14:05:01Z", "1970-01-01T00:00:00Z"})
    void hasAnObservationOfAnotherTime(String when) throws IOException {
        new RecordBuilder()
                .of(361, observation -> observation.put("startedAt", when))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(rules()).contains("record-untimely");
    }

    @Test
    void hasShardsOfTwoVersions() throws IOException {
        shard(1, 100, 299).writeTo(records);
        shard(2, 300, 599)
                .header(header -> ((ObjectNode) header.get("tool")).put("version", "0.0.9"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue()).contains("in version of the suite");
    }

    @Test
    void hasShardsOfTwoYears() throws IOException {
        shard(1, 100, 299).writeTo(records);
        shard(2, 300, 599)
                .header(header -> header.put("startedAt", "2025-11-22T13:45:00Z"))
                .writeTo(records);

        assertThat(gate("--since", "2020-01-01T00:00:00Z")).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue()).contains("in day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "only the twin", "a drive without an answer"})
    void hasAnObservationWithoutTheExchangeItIsAbout(String left) throws IOException {
        new RecordBuilder()
                .of(361, observation -> {
                    var exchanges = observation.withArray("/exchanges");
                    switch (left) {
                        case "[]" -> exchanges.removeAll();
                        case "only the twin" -> exchanges.remove(0);
                        default ->
                            ((ObjectNode) exchanges.get(0))
                                    .put("failure", "no answer")
                                    .remove("response");
                    }
                })
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString())
                .contains(
                        "REG-361.some-operation.some-case does not count: no exchange shows the answer that it is about.");
    }

    @Test
    void hasATwinThatSucceededUnseen() {
        new RecordBuilder()
                .of(361, observation -> observation.withArray("/exchanges").remove(1))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("twin.succeeds holds, and no exchange shows the answer to the twin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"code\":360}", "{\"code\":\"361\"}", "{\"stat\":\"ok\"}", "<html>", "{\"code\":361.0}"})
    void saysAnotherCodeThanItsExchange(String body) {
        new RecordBuilder()
                .of(361, observation -> ((ObjectNode) observation.at("/exchanges/0/response")).put("body", body))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("it says that code 361 was answered, and its exchange shows");
    }

    @Test
    void holdsTheCodeAndSaysAnother() {
        new RecordBuilder()
                .of(361, answering(360, "constraint_violation").andThen(observation -> {
                    check(observation, "body.code").put("result", "holds");
                    check(observation, "body.error").put("result", "holds");
                }))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("body.code holds, and it says that code 360 was answered");
    }

    @Test
    void holdsTheCodeAndSaysNone() {
        new RecordBuilder()
                .of(361, observation -> observation.remove("answeredCode"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("body.code holds, and it says that no code was answered");
    }

    @ParameterizedTest
    @MethodSource("mustChecks")
    void lacksACheckThatTheContractHas(String id) throws IOException {
        new RecordBuilder()
                .of(361, observation -> {
                    var checks = observation.withArray("/checks");
                    for (int index = checks.size() - 1; index >= 0; index--) {
                        if (checks.get(index).get("id").stringValue().equals(id)) {
                            checks.remove(index);
                        }
                    }
                })
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(rules()).contains("checks-missing");
        assertThat(verdict().path("codes").path("proven").intValue()).isEqualTo(ALL_CODES - 1);
    }

    /** A tenant may have hiccups; a check that nobody made is none. */
    @Test
    void lacksChecksWithinTheBudgetForWhatIsBroken() throws IOException {
        profile("tenant", "sandbox", "");
        tenant(new RecordBuilder()
                .withRequirement(361, "other")
                .of(361, observation -> check(observation, "body.schema").put("weight", "note")));

        assertThat(gate()).isEqualTo(4);
        assertThat(rules()).contains("checks-missing");
    }

    static List<String> mustChecks() {
        return Contract.load().promises().stream()
                .filter(Promise::must)
                .map(Promise::id)
                .toList();
    }

    @Test
    void hasACatalogueCutDownToOneForEachCode() throws IOException {
        demands = UnaryOperator.identity();
        new RecordBuilder().writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue())
                .startsWith(counted(
                                "observations-simulator-1of1.jsonl:1: its catalogue of {all} requirements is not that of this")
                        + " version's suite, whose scope codes has ");
    }

    @Test
    void isHeldAgainstAnotherContract() throws IOException {
        new RecordBuilder()
                .header(header -> header.put("contract", "0".repeat(64)))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue())
                .contains("answers were held against another contract (digest 000000000000)");
    }

    @Test
    void excusesCodesThatTheProfileDoesNot() throws IOException {
        profile("tenant", "sandbox", "");
        tenant(excusing());

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString())
                .contains(
                        counted("The record excuses {all-1} codes ({first 5}, ...) that the profile of tenant does not")
                                + " list under not-drivable.");
    }

    @Test
    void excusesCodesAsTheProfileDoes() throws IOException {
        profile("tenant", "sandbox", "not-drivable: [{ code: 417, reason: none }]");
        tenant(new RecordBuilder().of(417, ending("not-drivable", "none")).environment(here -> here.withArray(
                        "/expectedNotDrivable")
                .addObject()
                .put("code", 417)
                .put("reason", "none")));

        assertThat(gate()).as(out.toString()).isZero();
    }

    @Test
    void excusesCodesOfAProfileThatNobodyCanSee() throws IOException {
        tenant(excusing());

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("there is no profile of tenant in", "name its directory with --profiles");
    }

    @Test
    void excusesWhatItsKindIsNotExpectedToLack() throws IOException {
        profile("tenant", "sandbox", "");
        tenant(new RecordBuilder()
                .of(
                        361,
                        ending("not-drivable", "nothing may be written")
                                .andThen(observation -> observation.put("missingCapability", "WRITING")))
                .environment(here -> here.withArray("/expectedLacking")
                        .addObject()
                        .put("capability", "WRITING")
                        .put("reason", "made up")));

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString())
                .contains(
                        "The record excuses the lack of WRITING, which environments of kind sandbox are not expected to"
                                + " lack (kinds.yaml).");
    }

    @Test
    void acceptsAnErratumThatTheProfileDoesNot() {
        new RecordBuilder()
                .environment(here -> here.withArray("/acceptedErrata").add("E-01"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("The record accepts E-01, which the profile of simulator does not.");
    }

    @Test
    void isOfAnotherKindThanItsProfile() throws IOException {
        profile("simulator", "production", "");
        new RecordBuilder().writeTo(records);

        assertThat(gate()).isEqualTo(4);
        assertThat(out.toString()).contains("is of kind simulator, and the profile of simulator says production");
    }

    @Test
    void hasOneTokenOnTwoObservations() throws IOException {
        new RecordBuilder()
                .of(361, observation -> observation.put("requestToken", "abcdefgh12345200"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(1);
        assertThat(out.toString())
                .contains("token.unique  expected not seen before  actual also in REG-200.some-operation.some-case");
    }

    @Test
    void hasOneTokenInTwoShards() throws IOException {
        shard(1, 100, 299).writeTo(records);
        shard(2, 300, 599)
                .of(361, observation -> observation.put("requestToken", "abcdefgh12345200"))
                .writeTo(records);

        assertThat(gate()).isEqualTo(1);
        assertThat(out.toString()).contains("also in REG-200.some-operation.some-case");
    }

    /** Collected from a first attempt, while the second never came as far as to make a record. */
    @Test
    void isOfAnEarlierAttemptAtAShard() throws IOException {
        shard(1, 100, 299).writeTo(records);
        shard(2, 300, 599).writeTo(records);
        begun("begun-simulator-1of2.txt", ATTEMPT);
        begun("begun-simulator-2of2.txt", "attempt-2");

        assertThat(gate()).isEqualTo(4);
        assertThat(verdict().path("sentence").stringValue())
                .isEqualTo("observations-simulator-2of2.jsonl: this is of an earlier attempt at shard 2, begun at"
                        + " 2026-11-22T13:45:00.123Z; the latest, which begun-simulator-2of2.txt names, has left no"
                        + " record. Run it again.");
    }

    @Test
    void isOfTheLatestAttemptAtEachShard() throws IOException {
        shard(1, 100, 299).writeTo(records);
        shard(2, 300, 599).header(header -> header.put("attempt", "attempt-2")).writeTo(records);
        begun("begun-simulator-1of2.txt", ATTEMPT);
        begun("begun-simulator-2of2.txt", "attempt-2");

        assertThat(gate()).as(out.toString()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "\u0000"})
    void isOfAnAttemptThatNobodyCanName(String attempt) throws IOException {
        shard(1, 100, 299).writeTo(records);
        shard(2, 300, 599).writeTo(records);
        begun("begun-simulator-1of2.txt", ATTEMPT);

        assertThat(gate()).isEqualTo(4);

        begun("begun-simulator-2of2.txt", attempt);
        assertThat(gate()).isEqualTo(4);
    }

    private void begun(String file, String attempt) throws IOException {
        Files.writeString(records.resolve(RUN).resolve(file), attempt + "\n");
    }

    private void tenant(RecordBuilder record) {
        record.environment(here -> here.put("name", "tenant").put("kind", "sandbox"))
                .file("observations-tenant-1of1.jsonl")
                .writeTo(records);
    }

    /** All codes but 361, and none of them seen. */
    private static RecordBuilder excusing() {
        var record = new RecordBuilder();
        Contract.load().errors().stream()
                .map(error -> error.code().code())
                .filter(code -> code != 361)
                .forEach(code -> record.of(code, ending("not-drivable", "excused"))
                        .environment(here -> here.withArray("/expectedNotDrivable")
                                .addObject()
                                .put("code", code)
                                .put("reason", "made up")));
        return record;
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

    private void profile(String name, String kind, String more) throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.writeString(
                profiles.resolve(name + ".yaml"),
                "name: " + name + "\nkind: " + kind + "\ndialect: documented\n" + more + "\n");
    }

    private int gate(String... arguments) {
        var all = new ArrayList<>(List.of("gate", "--root", root.toString(), "--run", RUN));
        all.addAll(List.of(arguments));
        return ReportsCommand.commandLine(new GateCommand(Clock.fixed(RecordBuilder.NOW, ZoneOffset.UTC), demands))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(out, true))
                .execute(all.toArray(String[]::new));
    }

    private List<String> rules() throws IOException {
        return verdict()
                .path("findings")
                .valueStream()
                .map(finding -> finding.path("rule").asString(""))
                .toList();
    }

    private JsonNode verdict() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(root.resolve("reports/target/regcontract/verdict.json")));
    }
}
