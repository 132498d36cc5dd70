package io.regcontract.report.cli;

import static io.regcontract.report.RecordBuilder.RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.attest.KeyFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dattest}, {@code -Dsubject} and {@code -Dsign} in a build. */
class MavenAttestationTest {

    private static final String SUBJECT = "--subject=app@" + AttestedGate.DIGEST;

    @TempDir
    private Path root;

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    @BeforeEach
    void aRun() {
        ShippedPolicy.copyTo(root);
        new RecordBuilder().writeTo(root.resolve("contract-tests/target/regcontract/runs"));
    }

    @Test
    void writesTheAttestationBesideTheVerdict() throws IOException {
        gate("--attest=true", SUBJECT, "--gate-version=0.1.0");

        assertThat(Files.readString(beside("attestation.json")))
                .contains("\"result\" : \"PASSED\"", "pkg:maven/io.regcontract/regcontract-reports@0.1.0");
        assertThat(console.toString(StandardCharsets.UTF_8))
                .contains("Attested: PASSED of app@" + AttestedGate.DIGEST + ", unsigned, in "
                        + beside("attestation.json"));
    }

    @Test
    void signsItWithAKeyFromTheRootOfTheProject() throws IOException {
        KeyFiles.ecdsa(root, "key");

        gate("--attest=ours.json", SUBJECT + ",web@gitCommit:" + "b".repeat(40), "--sign=key.pem");

        assertThat(Files.readString(beside("ours.json"))).contains("application/vnd.in-toto+json");
    }

    @Test
    void attestsNothingUnasked() {
        gate("--attest=", "--subject=", "--sign=", "--gate-version=0.1.0");

        assertThat(beside("verdict.json")).exists();
        assertThat(beside("attestation.json")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../attestation.json",
                "/tmp/attestation.json",
                "attestation",
                "verdict.json",
                "badge.json",
                ".json"
            })
    void refusesAFileElsewhereOrOneOfTheReports(String name) throws IOException {
        refused(
                "-Dattest=" + name
                        + " is no name for an attestation. In a build it is written beside verdict.json: give it"
                        + " a name of letters and digits that ends in .json and that no report has, or none.",
                "--attest=" + name,
                SUBJECT);
    }

    @Test
    void refusesWhatIsMissingOrWrong() throws IOException {
        refused("-Dattest needs the release that is judged. Name it with -Dsubject=NAME@sha256:HEX.", "--attest=true");
        refused("-Dsubject and -Dsign belong to an attestation. Ask for it with -Dattest.", SUBJECT);
        refused("The subject 'app' has no digest. Write NAME@sha256:HEX,", "--attest=true", "--subject=app");
        refused("The subject '' has no digest.", "--attest=true", SUBJECT + ",");
        refused(
                "The key " + root.resolve("none.pem") + " cannot be read.",
                "--attest=true",
                SUBJECT,
                "--sign=none.pem");
    }

    private void refused(String sentence, String... arguments) throws IOException {
        assertThatThrownBy(() -> gate(arguments))
                .isInstanceOf(GateFailedException.class)
                .hasMessageStartingWith("USAGE (exit 2): " + sentence);
        assertThat(Files.readString(beside("verdict.json"))).contains("\"exitCode\" : 2");
        assertThat(beside("attestation.json")).doesNotExist();
    }

    private Path beside(String name) {
        return root.resolve("reports/target/regcontract").resolve(name);
    }

    private void gate(String... more) {
        var arguments = Stream.of(
                "--root",
                root.toString(),
                "--run=" + RUN,
                "--attempt=" + RecordBuilder.ATTEMPT,
                "--allure",
                root.resolve("allure").toString(),
                "--as-of=2026-11-22");
        MavenGate.judge(
                Stream.concat(arguments, Stream.of(more)).toArray(String[]::new),
                RecordBuilder.DEMANDS,
                new PrintStream(console, true, StandardCharsets.UTF_8));
    }
}
