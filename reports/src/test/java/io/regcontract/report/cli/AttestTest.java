package io.regcontract.report.cli;

import static io.regcontract.report.Codes.ALL_CODES;
import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.answering;
import static io.regcontract.report.RecordBuilder.ending;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.Contract;
import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code gate --attest}: which verdict becomes which result, of what, and what becomes of an earlier attestation. */
class AttestTest {

    private final Path root;
    private AttestedGate gate;

    AttestTest(@TempDir Path root) {
        this.root = root;
        gate = new AttestedGate(root);
    }

    @Test
    void writesAStatementOfInTotoAboutTheRelease() {
        assertThat(gate.attest(new RecordBuilder())).isZero();

        var statement = gate.statement();
        assertThat(statement.path("_type").stringValue()).isEqualTo("https://in-toto.io/Statement/v1");
        assertThat(statement.path("predicateType").stringValue())
                .isEqualTo("https://in-toto.io/attestation/test-result/v0.1");
        assertThat(statement.path("subject").toString())
                .isEqualTo("[{\"name\":\"registry.example/app\",\"digest\":{\"sha256\":\"" + "a1".repeat(32) + "\"}}]");
        assertThat(gate.result()).isEqualTo("PASSED");
        assertThat(gate.tests("passedTests")).hasSize(ALL_CODES).contains(id(361));
        assertThat(gate.tests("warnedTests")).isEmpty();
        assertThat(gate.tests("failedTests")).isEmpty();
        assertThat(gate.out())
                .contains("Attested: PASSED of " + AttestedGate.SUBJECT + ", unsigned, in " + gate.file
                        + ". The run was in a simulator, which says nothing about a service.");
    }

    @Test
    void saysWhereAndWhenThatWas() {
        gate.attest(new RecordBuilder());

        assertThat(gate.statement().at("/predicate/regcontract").toString())
                .isEqualTo(
                        "{\"run\":\"" + RUN + "\",\"attempt\":\"attempt-1\",\"startedAt\":\"2026-11-22T13:45:00.123Z\","
                                + "\"environment\":{\"name\":\"simulator\",\"kind\":\"simulator\",\"dialect\":\"documented\"},"
                                + "\"asOf\":\"2026-11-22\",\"verdict\":\"pass\",\"notSeen\":0}");
    }

    /** Each digest is the one that sha256sum prints, so a stranger can compare it. */
    @Test
    void namesWhatTheRunWasJudgedBy() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        var profile = Files.writeString(profiles.resolve("simulator.yaml"), "kind: simulator\ndialect: documented\n");
        var policy = root.resolve("reports/policy");
        var waivers = Files.createDirectories(policy.resolve("waivers"));
        var waiver = Files.writeString(waivers.resolve("ours.yaml"), AttestedGate.WAIVER);
        Files.writeString(waivers.resolve("README.md"), "no waiver");
        gate.attest(new RecordBuilder());
        var baselines = Files.createDirectories(policy.resolve("baselines"));
        var baseline = Files.copy(
                root.resolve("reports/target/regcontract/baseline.json"), baselines.resolve("simulator.json"));

        assertThat(gate.attest(new RecordBuilder())).as(gate.err()).isZero();

        var digests = new LinkedHashMap<String, String>();
        gate.statement()
                .at("/predicate/configuration")
                .forEach(one -> digests.put(
                        one.get("name").stringValue(),
                        one.at("/digest/sha256").asString(one.path("uri").asString(""))));
        var record = gate.records().resolve(RUN).resolve("observations-simulator-1of1.jsonl");
        assertThat(digests)
                .containsExactly(
                        Map.entry("record/observations-simulator-1of1.jsonl", sha256(record)),
                        Map.entry("profile/simulator.yaml", sha256(profile)),
                        Map.entry("policy/gate.yaml", sha256(policy.resolve("gate.yaml"))),
                        Map.entry("policy/waivers/ours.yaml", sha256(waiver)),
                        Map.entry("baseline/simulator.json", sha256(baseline)),
                        Map.entry("contract", Contract.load().digest()),
                        Map.entry("suite", "pkg:maven/io.regcontract/regcontract-contract-tests@0.1.0"));
    }

    private static String sha256(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    @Test
    void isTheSameBytesForTheSameRecord() throws IOException {
        gate.attest(new RecordBuilder());
        var first = Files.readString(gate.file);
        gate.attest(new RecordBuilder());

        assertThat(gate.file).hasContent(first);
    }

    @Test
    void namesEverySubjectAndTheRun() {
        assertThat(gate.attest(
                        new RecordBuilder(),
                        "--subject",
                        "web@gitCommit:" + "b".repeat(40),
                        "--url",
                        "https://ci.example/runs/42"))
                .isZero();

        assertThat(gate.statement().at("/subject/1").toString())
                .isEqualTo("{\"name\":\"web\",\"digest\":{\"gitCommit\":\"" + "b".repeat(40) + "\"}}");
        assertThat(gate.statement().at("/predicate/url").stringValue()).isEqualTo("https://ci.example/runs/42");
    }

    @Test
    void failsWhereTheContractIsBroken() {
        assertThat(gate.attest(new RecordBuilder().of(361, failing("body.code", "361", "200"))))
                .isEqualTo(1);

        assertThat(gate.result()).isEqualTo("FAILED");
        assertThat(gate.tests("failedTests")).containsExactly(id(361));
        assertThat(gate.tests("passedTests")).hasSize(ALL_CODES - 1).doesNotContain(id(361));
    }

    /** In a simulator a coarser answer fails, at a tenant it is remarked upon. */
    @Test
    void warnsOfWhatThePolicyWarnsOf() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.writeString(profiles.resolve("staging.yaml"), "kind: staging\ndialect: documented\n");
        var record = new RecordBuilder()
                .environment(here -> here.put("name", "staging").put("kind", "staging"))
                .of(361, answering(360, "constraint_violation"));

        assertThat(gate.attest(record)).as(gate.out()).isZero();

        assertThat(gate.result()).isEqualTo("WARNED");
        assertThat(gate.tests("warnedTests")).containsExactly(id(361));
        assertThat(gate.tests("failedTests")).isEmpty();
    }

    @Test
    void warnsWhereThePolicyAsksForLessThanAll() throws IOException {
        policy(
                "complete: { codes: all, requirements: all, shards: all }",
                "complete: { codes: 1, requirements: 1, shards: all }");

        assertThat(gate.attest(new RecordBuilder().withoutObservation(361))).isZero();

        assertThat(gate.result()).isEqualTo("WARNED");
        assertThat(gate.statement().at("/predicate/regcontract/reservation").stringValue())
                .isEqualTo(counted("The policy asks for no more than 1 of {all} codes, 1 of {all} requirements."));
        assertThat(gate.statement().at("/predicate/regcontract/notSeen").intValue())
                .isEqualTo(1);
        assertThat(gate.tests("passedTests")).doesNotContain(id(361));
        assertThat(gate.tests("warnedTests")).isEmpty();
    }

    @Test
    void warnsOfAPolicyThatAsksForLessThoughEverythingIsProven() throws IOException {
        policy(
                "complete: { codes: all, requirements: all, shards: all }",
                "complete: { codes: 1, requirements: 1, shards: all }");

        gate.attest(new RecordBuilder());

        assertThat(gate.result()).isEqualTo("WARNED");
    }

    /** During a rollout the gate lets a contradiction pass; it is none that passed for that. */
    @Test
    void listsAContradictionAsFailedThoughItIsOnlyReported() throws IOException {
        policy(
                "    fails: [contradicted, coarser, refined]",
                "    report-only: { since: 2026-11-01, until: 2026-12-01, reason: first weeks }\n"
                        + "    fails: [contradicted, coarser, refined]");

        assertThat(gate.attest(new RecordBuilder().of(361, failing("body.code", "361", "200"))))
                .as(gate.out())
                .isZero();

        assertThat(gate.result()).isEqualTo("WARNED");
        assertThat(gate.tests("failedTests")).containsExactly(id(361));
    }

    private void policy(String text, String other) throws IOException {
        var file = root.resolve("reports/policy/gate.yaml");
        var policy = Files.readString(file);
        assertThat(policy).contains(text);
        int first = policy.indexOf(text);
        Files.writeString(file, policy.substring(0, first) + other + policy.substring(first + text.length()));
    }

    @Test
    void attestsNothingWhereNothingWasDecided() {
        gate.attest(new RecordBuilder());
        assertThat(gate.attest(new RecordBuilder().withoutObservation(361))).isEqualTo(4);
        assertThat(gate.out())
                .contains("Not attested: nothing was decided about " + AttestedGate.SUBJECT + ", and " + gate.file
                        + " was not written.");
        assertThat(gate.file).doesNotExist();

        gate.attest(new RecordBuilder());
        assertThat(gate.attest(new RecordBuilder().of(361, ending("broken", "no answer"))))
                .isEqualTo(3);
        assertThat(gate.file).doesNotExist();

        gate.attest(new RecordBuilder());
        assertThat(gate.attest(new RecordBuilder()
                        .withoutObservations()
                        .refused(2, "There is no environment 'x'.", "Known: local.")))
                .isEqualTo(2);
        assertThat(gate.file).doesNotExist();
    }

    @Test
    void attestsNothingWhereThereIsNoRecord() {
        assertThat(gate.gate("--attest", gate.file.toString(), "--subject", AttestedGate.SUBJECT))
                .isEqualTo(4);
        assertThat(gate.file).doesNotExist();
    }

    @Test
    void failsWhereASecretWasLeftBehind() throws IOException {
        var record = new RecordBuilder()
                .runId("20261122T134500123Z-attest-leak")
                .of(361, observation -> observation.put("answeredError", "unique_violation"));
        record.writeTo(gate.records());
        Files.writeString(
                gate.records().resolve("20261122T134500123Z-attest-leak/notes.txt"), "the secret is attested-secret-1");
        handOver("20261122T134500123Z-attest-leak", "attested-secret-1");

        assertThat(gate.attest(record, "--run", "20261122T134500123Z-attest-leak"))
                .isEqualTo(5);

        assertThat(gate.result()).isEqualTo("FAILED");
        assertThat(gate.statement().at("/predicate/regcontract/verdict").stringValue())
                .isEqualTo("leak");
    }

    @Test
    void writesNoAttestationThatHoldsASecretItself() throws IOException {
        handOver("20261122T134500123Z-attest-own", "attested-secret-2");

        assertThat(gate.attest(
                        new RecordBuilder().runId("20261122T134500123Z-attest-own"),
                        "--run",
                        "20261122T134500123Z-attest-own",
                        "--subject",
                        "attested-secret-2@" + AttestedGate.DIGEST,
                        "--sign",
                        gate.keys.signing().toString()))
                .isEqualTo(5);

        assertThat(gate.file).doesNotExist();
    }

    private static void handOver(String run, String secret) throws IOException {
        Files.writeString(
                Path.of(System.getProperty("java.io.tmpdir"), "regcontract-" + run + ".registered"),
                "CLIENT_SECRET " + Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8)) + "\n");
    }

    /** Whatever is wrong with the call, an attestation of before says nothing about now. */
    @ParameterizedTest
    @CsvSource({"--subject,app", "--sign,nowhere.pem", "--url,nowhere", "--attempt,a b", "--recrods,x", "--as-of,today"
    })
    void takesAnEarlierAttestationAwayWhateverIsWrongWithTheCall(String option, String value) {
        gate.attest(new RecordBuilder());
        assertThat(gate.file).exists();

        assertThat(gate.attest(new RecordBuilder(), option, value)).isEqualTo(2);

        assertThat(gate.file).doesNotExist();
        assertThat(gate.err()).doesNotContain("Exception");
    }

    /** Only the gate has the option: given to another command it deletes nothing. */
    @Test
    void leavesTheAttestationAloneThatAnotherCommandWasGiven() {
        gate.attest(new RecordBuilder());

        assertThat(ReportsCommand.commandLine()
                        .setErr(new PrintWriter(new StringWriter()))
                        .execute("diff", "--attest", gate.file.toString()))
                .isEqualTo(2);

        assertThat(gate.file).exists();
    }

    @Test
    void takesAnEarlierAttestationAwayThatIsSigned() {
        gate.sign(new RecordBuilder());
        assertThat(gate.json().has("signatures")).isTrue();

        assertThat(gate.attest(new RecordBuilder().withoutObservation(361))).isEqualTo(4);

        assertThat(gate.file).doesNotExist();
    }

    /** What was attested beside a verdict goes with it, also when the next judging attests nothing. */
    @Test
    void takesAnAttestationBesideTheVerdictAwayWithIt() {
        var beside = root.resolve("reports/target/regcontract/attestation.json");
        new RecordBuilder().writeTo(gate.records());
        gate.gate("--attest", beside.toString(), "--subject", AttestedGate.SUBJECT);
        assertThat(beside).exists();

        new RecordBuilder().withoutObservation(361).writeTo(gate.records());
        assertThat(gate.gate()).isEqualTo(4);

        assertThat(beside).doesNotExist();
    }

    @Test
    void leavesAFileAloneThatIsNoAttestation() throws IOException {
        Files.writeString(gate.file, "{\"name\":\"my-package\"}");

        assertThat(gate.attest(new RecordBuilder())).isEqualTo(2);

        assertThat(gate.err())
                .isEqualTo("The file " + gate.file + " is there and is no attestation."
                        + " Name another one with --attest; that one was left alone.");
        assertThat(gate.file).hasContent("{\"name\":\"my-package\"}");
        Files.delete(gate.file);
        Files.createDirectory(gate.file);
        assertThat(gate.attest(new RecordBuilder())).isEqualTo(2);
        assertThat(gate.file).isDirectory();
    }

    @Test
    void writesIntoAFileThatIsEmpty() throws IOException {
        Files.createFile(gate.file);

        assertThat(gate.attest(new RecordBuilder())).isZero();
        assertThat(gate.result()).isEqualTo("PASSED");
    }

    @Test
    void writesNoAttestationOverAReport() {
        new RecordBuilder().writeTo(gate.records());
        var verdict = root.resolve("reports/target/regcontract/verdict.json");

        assertThat(gate.gate("--attest", verdict.toString(), "--subject", AttestedGate.SUBJECT))
                .isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo("--attest " + verdict
                        + " is a file that the gate writes itself: name another one. Nothing was judged.");
    }

    @Test
    void saysWhereItCannotBeWritten() throws IOException {
        new RecordBuilder().writeTo(gate.records());
        var below = Files.createFile(root.resolve("file")).resolve("attestation.json");

        assertThat(gate.gate("--attest", below.toString(), "--subject", AttestedGate.SUBJECT))
                .isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(
                        "The attestation cannot be written to " + below + ". Name a file that can be, with --attest.");
        assertThat(root.resolve("reports/target/regcontract/verdict.json")).doesNotExist();
    }

    @Test
    void demandsASubjectAndAFile() {
        assertThat(gate.gate("--attest", gate.file.toString())).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo("--attest needs the release that is judged: name it with --subject NAME@sha256:HEX."
                        + " Nothing was judged.");
        for (var option :
                new String[] {"--subject=" + AttestedGate.SUBJECT, "--sign=key.pem", "--url=https://x.example/"}) {
            assertThat(gate.gate(option)).isEqualTo(2);
            assertThat(gate.err())
                    .isEqualTo(option.substring(0, option.indexOf('='))
                            + " belongs to an attestation: name its file with --attest FILE. Nothing was judged.");
        }
        assertThat(gate.gate("--attest=", "--subject", AttestedGate.SUBJECT)).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo("--attest has no value: name what is meant, or leave it out. Nothing was judged.");
    }

    @Test
    void judgesNothingByAKeyThatCannotSign() throws IOException {
        var key = Files.writeString(root.resolve("no.pem"), "no key");

        assertThat(gate.attest(new RecordBuilder(), "--sign", key.toString())).isEqualTo(2);

        assertThat(gate.err()).startsWith("The file " + key + " has no key in PEM.");
        assertThat(root.resolve("reports/target/regcontract/verdict.json")).doesNotExist();
    }

    @Test
    void takesThePolicyAsItWasWhenItJudged() throws IOException {
        gate.attest(new RecordBuilder());
        var before = gate.statement().at("/predicate/configuration").toString();
        Files.writeString(root.resolve("reports/policy/gate.yaml"), ShippedPolicy.gate() + "# changed\n");

        gate.attest(new RecordBuilder());

        assertThat(gate.statement().at("/predicate/configuration").toString()).isNotEqualTo(before);
    }
}
