package io.regcontract.report.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused though the right key has signed it: it is something else than a test result, or contradicts itself. */
class SignedStatementTest {

    private static final String SHA256 = "a1".repeat(32);
    private static final String WHOLE =
            """
            {
              "_type": "https://in-toto.io/Statement/v1",
              "subject": [{"name": "app", "digest": {"sha256": "%s"}}],
              "predicateType": "https://in-toto.io/attestation/test-result/v0.1",
              "predicate": {
                "result": "PASSED",
                "configuration": [{"name": "ci.yml", "digest": {"gitBlob": "ebe4add40f63c3c98bc9b32ff1e736f04120b023"}}],
                "passedTests": ["one", "two"],
                "someoneElsesField": {"any": "thing"}
              }
            }
            """
                    .formatted(SHA256);

    private final Path directory;
    private final KeyFiles keys;

    SignedStatementTest(@TempDir Path directory) {
        this.directory = directory;
        this.keys = KeyFiles.ecdsa(directory, "key");
    }

    /** In-toto demands that fields which are not known are ignored. */
    @Test
    void takesATestResultOfAnotherTool() {
        var statement = read(Envelope.IN_TOTO, WHOLE);

        statement.demandSubject(Subject.parse("app@sha256:" + SHA256));
        assertThat(statement.result()).isEqualTo(TestResult.PASSED);
        assertThat(statement.lines())
                .containsExactly("Subject: app@sha256:" + SHA256, "Requirements: 2 passed, 0 warned, 0 failed");
        assertThatThrownBy(() -> statement.demandEnvironment("staging"))
                .hasMessageContaining("it is of a run in '', and not in 'staging'.");
        assertThatThrownBy(() -> statement.demand(
                        JudgedFiles.POLICY, List.of(ResourceDescriptor.ofDigest("policy/gate.yaml", SHA256))))
                .hasMessageContaining(
                        "it goes by another policy than yours: policy/gate.yaml is different in it, or not in it.");
    }

    @Test
    void takesTheTypeWithTheNameOfThePredicate() {
        assertThat(read("application/vnd.in-toto.test-result+json", WHOLE).result())
                .isEqualTo(TestResult.PASSED);
    }

    @ParameterizedTest
    @CsvSource({
        "application/json",
        "application/vnd.in-toto.provenance+json",
        "text/plain",
        "''",
        "APPLICATION/VND.IN-TOTO+JSON"
    })
    void refusesAPayloadOfAnotherType(String type) {
        assertThatThrownBy(() -> read(type, WHOLE))
                .isInstanceOf(AttestationException.class)
                .hasMessage(file() + " is refused: its payload is of type '" + type
                        + "', and no statement of in-toto. Name a file that gate --attest --sign wrote.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"https://in-toto.io/Statement/v1\"|\"https://in-toto.io/Statement/v0.1\"|its _type is"
                        + " 'https://in-toto.io/Statement/v0.1', and https://in-toto.io/Statement/v1 was expected.",
                "\"_type\"|\"type\"|its _type is '', and https://in-toto.io/Statement/v1 was expected.",
                "attestation/test-result/v0.1|attestation/vulns/v0.1|its predicateType is"
                        + " 'https://in-toto.io/attestation/vulns/v0.1', and"
                        + " https://in-toto.io/attestation/test-result/v0.1 was expected.",
                "\"PASSED\"|\"passed\"|its result is 'passed', and in-toto knows PASSED, WARNED and FAILED.",
                "\"PASSED\"|true|its result is 'true', and in-toto knows PASSED, WARNED and FAILED.",
                "\"subject\"|\"subjects\"|it has no subject, or one without a digest.",
                "{\"sha256\"|{},\"no\": {\"sha256\"|it has no subject, or one without a digest.",
                "\"configuration\"|\"settings\"|it does not say by what the release was judged: it has no configuration.",
                "\"passedTests\"|\"failedTests\"|it contradicts itself: PASSED, and 2 failed tests.",
                "\"someoneElsesField\"|\"result\"|it has a key twice.",
                "\"name\": \"app\"|\"digest\": {\"sha256\": \"00\"}|it has a key twice."
            })
    void refusesWhatIsNoTestResult(String text, String other, String sentence) {
        assertThat(WHOLE).contains(text);

        assertThatThrownBy(() -> read(Envelope.IN_TOTO, WHOLE.replace(text, other)))
                .isInstanceOf(AttestationException.class)
                .hasMessageStartingWith(file() + " is refused: " + sentence);
    }

    @ParameterizedTest
    @CsvSource({"''", "{", "[]", "null", "\"text\"", "{}{}"})
    void refusesAPayloadThatIsNoStatementAtAll(String payload) {
        assertThatThrownBy(() -> read(Envelope.IN_TOTO, payload))
                .isInstanceOf(AttestationException.class)
                .hasMessageStartingWith(file() + " is refused: it");
    }

    /** The holder of a key may still write what a terminal acts upon. */
    @Test
    void showsNothingThatATerminalActsUpon() {
        var hostile = WHOLE.replace("\"name\": \"app\"", "\"name\": \"\\u001b[2Japp\\n\"")
                .replace("\"passedTests\"", "\"url\": \"https://x.example/\\u001b[2J\", \"passedTests\"");

        assertThat(read(Envelope.IN_TOTO, hostile).lines())
                .allSatisfy(line -> assertThat(line).doesNotContain("\u001b", "\n"));
    }

    @Test
    void matchesNoDigestThatItDoesNotKnow() {
        var weak = WHOLE.replace("\"sha256\": \"" + SHA256, "\"md5\": \"" + SHA256);

        assertThatThrownBy(() -> read(Envelope.IN_TOTO, weak).demandSubject(Subject.parse("app@sha256:" + SHA256)))
                .hasMessageContaining("it is not about app@sha256:");
    }

    private SignedStatement read(String type, String payload) {
        var envelope = Envelope.signed(type, payload.getBytes(StandardCharsets.UTF_8), SigningKey.read(keys.signing()));
        try {
            Files.writeString(file(), envelope.text());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return SignedStatement.read(file(), VerificationKey.read(keys.checking()));
    }

    private Path file() {
        return directory.resolve("attestation.json");
    }
}
