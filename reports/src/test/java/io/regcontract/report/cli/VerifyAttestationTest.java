package io.regcontract.report.cli;

import static io.regcontract.report.Codes.counted;
import static io.regcontract.report.RecordBuilder.RUN;
import static io.regcontract.report.RecordBuilder.failing;
import static io.regcontract.report.RecordBuilder.heldBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.attest.KeyFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code verify-attestation}: what passes, what does not, and what is refused with which sentence. */
class VerifyAttestationTest {

    private static final String FETCH = " Fetch it and the public key again from where they are published.";

    private final Path root;
    private AttestedGate gate;

    VerifyAttestationTest(@TempDir Path root) {
        this.root = root;
        gate = new AttestedGate(root);
    }

    @Test
    void passesWhatPassed() {
        gate.sign(new RecordBuilder());

        assertThat(gate.verify("--subject", AttestedGate.SUBJECT)).isZero();

        assertThat(gate.out().lines())
                .containsExactly(
                        "Subject: " + AttestedGate.SUBJECT,
                        "Judged: run " + RUN + ", begun 2026-11-22T13:45:00.123Z, in simulator (kind simulator,"
                                + " dialect documented), as on 2026-11-22",
                        counted("Requirements: {all} passed, 0 warned, 0 failed"),
                        "PASSED, signed by the key in " + gate.keys.checking());
    }

    @Test
    void passesWhatWasSignedWithEd25519() {
        gate = new AttestedGate(root, KeyFiles.ed25519(root, "ed"));
        gate.sign(new RecordBuilder());

        assertThat(gate.verify("--subject", AttestedGate.SUBJECT))
                .as(gate.err())
                .isZero();
        assertThat(gate.out()).endsWith("PASSED, signed by the key in " + gate.keys.checking() + "\n");
    }

    @Test
    void doesNotPassWhatFailed() {
        gate.sign(new RecordBuilder().of(361, failing("body.code", "361", "200")));

        assertThat(gate.verify("--accept-warned")).isEqualTo(1);
        assertThat(gate.out())
                .contains(counted("Requirements: {all-1} passed, 0 warned, 1 failed"), "FAILED, signed by the key in ");
    }

    @Test
    void passesAWarningOnlyWhereThatIsAskedFor() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.writeString(
                profiles.resolve("simulator.yaml"),
                "kind: simulator\ndialect: documented\naccepted-errata: [{ id: E-01, reason: recorded }]\n");
        gate.sign(new RecordBuilder()
                .environment(here -> here.withArray("/acceptedErrata").add("E-01"))
                .of(361, heldBy("body.error", "E-01")));
        assertThat(gate.result()).isEqualTo("WARNED");

        assertThat(gate.verify()).isEqualTo(1);
        assertThat(gate.out())
                .endsWith("WARNED, signed by the key in " + gate.keys.checking()
                        + ": passes with --accept-warned alone\n");
        assertThat(gate.verify("--accept-warned")).isZero();
    }

    @Test
    void saysThatItStandsForOneReleaseAlone() {
        gate.sign(new RecordBuilder());

        assertThat(gate.verify()).isZero();
        assertThat(gate.out())
                .contains("Name the release that you have with --subject: for this one alone it says anything.");
    }

    /** In-toto matches a release by its digest; a name that is asked for has to be right as well. */
    @Test
    void refusesAnotherRelease() {
        gate.sign(new RecordBuilder());

        var other = "registry.example/app@sha256:" + "0".repeat(64);
        assertThat(gate.verify("--subject", other)).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(gate.file + " is refused: it is not about " + other + " but about " + AttestedGate.SUBJECT
                        + ". Name the attestation of the release that you have.");
        assertThat(gate.verify("--subject", "other@" + AttestedGate.DIGEST)).isEqualTo(2);
        assertThat(gate.verify("--subject", AttestedGate.SUBJECT, "--subject", other))
                .isEqualTo(2);
        assertThat(gate.verify("--subject", AttestedGate.DIGEST)).isZero();
        assertThat(gate.verify("--subject", "app")).isEqualTo(2);
        assertThat(gate.err()).startsWith("The subject 'app' has no digest.");
    }

    @Test
    void refusesAnotherEnvironment() {
        gate.sign(new RecordBuilder());

        assertThat(gate.verify("--environment", "simulator")).isZero();
        assertThat(gate.verify("--environment", "staging")).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(gate.file + " is refused: it is of a run in 'simulator', and not in 'staging'."
                        + " Judge the release where it counts.");
    }

    @Test
    void refusesAnotherPolicyProfileOrRecord() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        var profile = Files.writeString(profiles.resolve("simulator.yaml"), "kind: simulator\ndialect: documented\n");
        var policy = root.resolve("reports/policy");
        gate.sign(new RecordBuilder());
        var record = gate.records().resolve(RUN);
        String[] all = {"--policy", policy.toString(), "--profile", profile.toString(), "--record", record.toString()};
        assertThat(gate.verify(all)).as(gate.err()).isZero();

        Files.writeString(policy.resolve("gate.yaml"), "# changed\n");
        assertThat(gate.verify(all)).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(
                        gate.file + " is refused: it goes by another policy than yours: policy/gate.yaml is different"
                                + " in it, or not in it. Judge the release by yours.");
        Files.writeString(profile, "# changed\n");
        assertThat(gate.verify("--profile", profile.toString())).isEqualTo(2);
        assertThat(gate.err()).contains("it goes by another profile than yours: profile/simulator.yaml is different");
        Files.writeString(record.resolve("observations-simulator-1of1.jsonl"), "{}\n");
        assertThat(gate.verify("--record", record.toString())).isEqualTo(2);
        assertThat(gate.err()).contains("it goes by another record than yours");
        assertThat(gate.verify("--record", policy.toString())).isEqualTo(2);
        assertThat(gate.err()).isEqualTo("The record that you have has no files. Name the one to compare with.");
        assertThat(gate.verify("--policy", root.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(gate.err()).isEqualTo("What --policy names cannot be read: " + root.resolve("nowhere") + ".");
    }

    /** A waiver that the release was judged with and that you do not have. */
    @Test
    void refusesAPolicyWithMoreWaiversThanYours() throws IOException {
        var policy = root.resolve("reports/policy");
        var waiver = Files.writeString(
                Files.createDirectories(policy.resolve("waivers")).resolve("theirs.yaml"), AttestedGate.WAIVER);
        gate.sign(new RecordBuilder());
        Files.delete(waiver);

        assertThat(gate.verify("--policy", policy.toString())).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(gate.file
                        + " is refused: it goes by another policy than yours: policy/waivers/theirs.yaml is in"
                        + " it alone. Judge the release by yours.");
    }

    @Test
    void refusesWhatAnotherKeySigned() {
        var other = KeyFiles.ecdsa(root, "other");
        gate.attest(new RecordBuilder(), "--sign", other.signing().toString());

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(gate.file + " is refused: it is not signed by this key: it was changed since,"
                        + " or another key signed it." + FETCH);
    }

    /** Each is a failed run that somebody would like to have passed. */
    @ParameterizedTest
    @CsvSource({
        "FAILED,PASSED",
        "registry.example/app,registry.example/other",
        "REG-361.some-operation.some-case,REG-361.some-operation.other-case",
        "simulator,production"
    })
    void refusesAForgedPayload(String text, String forged) throws IOException {
        gate.sign(new RecordBuilder().of(361, failing("body.code", "361", "200")));

        changePayload(payload -> payload.replace(text, forged));

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it is not signed by this key: ");
    }

    @Test
    void refusesTheSignatureOfAnotherAttestation() throws IOException {
        gate.sign(new RecordBuilder());
        var signatures = gate.json().get("signatures");
        gate.sign(new RecordBuilder().of(361, failing("body.code", "361", "200")));

        change(envelope -> envelope.set("signatures", signatures));

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it is not signed by this key: ");
    }

    @Test
    void refusesAnExchangedType() throws IOException {
        gate.sign(new RecordBuilder());

        change(envelope -> envelope.put("payloadType", "application/vnd.in-toto.test-result+json"));

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it is not signed by this key: ");
    }

    @Test
    void refusesAnUnsignedStatement() {
        gate.attest(new RecordBuilder());

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(gate.file + " is refused: it is an unsigned statement."
                        + " Have it signed: gate --attest FILE --sign KEY.");
    }

    @Test
    void refusesAnEnvelopeWhoseSignatureIsTakenOut() throws IOException {
        gate.sign(new RecordBuilder());

        change(envelope -> envelope.putArray("signatures"));
        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it is an envelope without a signature. Have it signed:");

        change(envelope -> envelope.putArray("signatures").addObject().put("sig", ""));
        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it is not signed by this key: ");

        change(envelope -> envelope.putArray("signatures").addObject().put("sig", "%%%"));
        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err())
                .contains(" is refused: its sig is no base64: it was damaged on its way. Fetch the file again.");
    }

    @Test
    void refusesAFileThatWasCut() throws IOException {
        gate.sign(new RecordBuilder());
        var whole = Files.readString(gate.file);

        for (int length :
                new int[] {0, 1, 40, whole.length() / 2, whole.stripTrailing().length() - 1}) {
            Files.writeString(gate.file, whole.substring(0, length));
            assertThat(gate.verify()).as("%s characters", length).isEqualTo(2);
            assertThat(gate.err())
                    .startsWith(gate.file + " is refused: it ")
                    .doesNotContain("Exception")
                    .doesNotContain("\n");
        }
        assertThat(gate.err())
                .isEqualTo(gate.file + " is refused: it is no JSON, or was cut short. Fetch the file again.");
        Files.writeString(gate.file, whole + "{}");
        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it is no JSON, or has more behind its end.");
    }

    /** One reader takes the first of two, another the second: what was signed is then not what is read. */
    @Test
    void refusesAKeyThatIsThereTwice() throws IOException {
        gate.sign(new RecordBuilder());
        Files.writeString(gate.file, Files.readString(gate.file).replaceFirst("\\{", "{\"payload\":\"e30=\","));

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).isEqualTo(gate.file + " is refused: it has a key twice. Fetch the file again.");
    }

    @Test
    void refusesWhatIsNoUtf8() throws IOException {
        Files.write(gate.file, new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).isEqualTo(gate.file + " is refused: it is no UTF-8. Fetch the file again.");
    }

    @Test
    void saysOfASigstoreBundleWhoReadsIt() throws IOException {
        Files.writeString(
                gate.file,
                "{\"mediaType\":\"application/vnd.dev.sigstore.bundle.v0.3+json\",\"dsseEnvelope\":{\"payload\":\"\"}}");

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err())
                .isEqualTo(gate.file + " is refused: it is a Sigstore bundle."
                        + " Check it with cosign or with gh attestation verify.");
    }

    @Test
    void saysThatThereIsNoFile() {
        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).isEqualTo("There is no file " + gate.file + ". Name the attestation to check.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void opensNoPipe() throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", gate.file.toString()).start().waitFor())
                .isZero();

        assertThat(gate.verify()).isEqualTo(2);
        assertThat(gate.err()).contains(" is refused: it cannot be read to an end.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--key", "--record", "--policy", "--profile"})
    void refusesAValueThatAScriptCouldNotFillIn(String option) {
        gate.sign(new RecordBuilder());

        if (option.equals("--key")) {
            gate = new AttestedGate(root, new KeyFiles(gate.keys.signing(), Path.of("")));
            assertThat(gate.verify()).isEqualTo(2);
        } else {
            assertThat(gate.verify(option + "=")).isEqualTo(2);
        }
        assertThat(gate.err()).isEqualTo(option + " has no value: name what is meant, or leave it out.");
    }

    private void changePayload(UnaryOperator<String> change) throws IOException {
        change(envelope -> {
            var payload = new String(
                    Base64.getDecoder().decode(envelope.get("payload").stringValue()), StandardCharsets.UTF_8);
            var changed = change.apply(payload);
            assertThat(changed).isNotEqualTo(payload);
            envelope.put("payload", Base64.getEncoder().encodeToString(changed.getBytes(StandardCharsets.UTF_8)));
        });
    }

    private void change(Consumer<ObjectNode> change) throws IOException {
        var envelope = (ObjectNode) gate.json();
        change.accept(envelope);
        Files.writeString(gate.file, JsonMapper.shared().writeValueAsString(envelope));
    }
}
