package io.regcontract.report.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The name and the digest of what was judged, as people type them. */
class SubjectTest {

    private static final String SHA256 = "a1".repeat(32);
    private static final String FORM = "Write NAME@sha256:HEX, such as registry.example/app@sha256: and 64 digits.";

    @ParameterizedTest
    @ValueSource(strings = {"app", "@acme/app", "registry.example:5000/app:1.2", "a@b@c", "app 1.2 (final)"})
    void takesAnyNameUpToTheLastAtSign(String name) {
        var subject = Subject.parse(name + "@sha256:" + SHA256);

        assertThat(subject.name()).isEqualTo(name);
        assertThat(subject.digests()).containsExactly(Map.entry("sha256", SHA256));
    }

    @ParameterizedTest
    @CsvSource({
        "sha224,56", "sha384,96", "sha512,128", "sha512_224,56", "sha512_256,64", "sha3_224,56", "sha3_256,64",
        "sha3_384,96", "sha3_512,128", "blake2b,128", "blake2s,64", "sm3,64", "dirHash,64", "gitCommit,40",
        "gitCommit,64", "gitTree,40", "gitTag,40", "gitBlob,64"
    })
    void takesTheDigestsOfInTotoByTheirNamesAndLengths(String algorithm, int length) {
        assertThat(Subject.parse("app@" + algorithm + ":" + "0".repeat(length)).digests())
                .containsOnlyKeys(algorithm);
        assertThatThrownBy(() -> Subject.parse("app@" + algorithm + ":" + "0".repeat(length - 1)))
                .isInstanceOf(AttestationException.class)
                .hasMessageContaining(" is no " + algorithm + ". It has ");
    }

    @Test
    void makesOneSubjectOfOneNameWithTwoDigests() {
        var named = Subject.named(
                List.of("app@sha256:" + SHA256, "web@sha256:" + SHA256, "app@gitCommit:" + "b".repeat(40)));

        assertThat(named).extracting(Subject::name).containsExactly("app", "web");
        assertThat(named.get(0).digests()).containsOnlyKeys("sha256", "gitCommit");
    }

    @Test
    void refusesOneNameWithTwoDigestsOfAKind() {
        assertThatThrownBy(() -> Subject.named(List.of("app@sha256:" + SHA256, "app@sha256:" + "0".repeat(64))))
                .hasMessage("The subject 'app' is there with two digests of sha256. Give each name one.");
    }

    @Test
    void refusesWhatHasNoDigestOrNoName() {
        assertThatThrownBy(() -> Subject.parse("app")).hasMessage("The subject 'app' has no digest. " + FORM);
        assertThatThrownBy(() -> Subject.parse("")).hasMessage("The subject '' has no digest. " + FORM);
        assertThatThrownBy(() -> Subject.parse("app@")).hasMessage("The subject 'app@' has no digest. " + FORM);
        assertThatThrownBy(() -> Subject.named(List.of("sha256:" + SHA256)))
                .hasMessageStartingWith("The subject 'sha256:a1a1")
                .hasMessageEndingWith(" has no name. " + FORM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5", "sha1", "ripemd160", "gost"})
    void refusesADigestThatTwoFilesCanHave(String weak) {
        assertThatThrownBy(() -> Subject.parse("app@" + weak + ":00"))
                .hasMessage("The subject 'app@" + weak + ":00' is named by " + weak
                        + ", and another file can be made that has the same digest. Take its sha256.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "sha-256", "shake128", "", "crc32", "gitcommit"})
    void refusesADigestThatInTotoDoesNotKnow(String unknown) {
        assertThatThrownBy(() -> Subject.parse("app@" + unknown + ":00"))
                .hasMessageContaining(
                        "is named by '" + unknown
                                + "', which is no digest that in-toto knows with a fixed length. Take sha256, or another of sha256, sha512,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "g1", " 1", "1\n", "\u0661\u0661"})
    void refusesWhatIsNotHexadecimalInLowerCase(String two) {
        assertThatThrownBy(() -> Subject.parse("app@sha256:" + "0".repeat(62) + two))
                .hasMessageContaining(" is no sha256. It has 64 hexadecimal digits in lower case.")
                .hasMessageNotContaining("\n");
    }

    @Test
    void refusesANameThatDoesNotStandOnALine() {
        assertThatThrownBy(() -> Subject.parse("a\nb@sha256:" + SHA256))
                .hasMessageContaining("or has control characters. Write it on one line.")
                .hasMessageNotContaining("\n");
        assertThatThrownBy(() -> Subject.parse("a".repeat(501) + "@sha256:" + SHA256))
                .hasMessageContaining("is longer than 500 characters");
    }

    @Test
    void isTheOneThatIsLookedForByNameAndDigest() {
        var subject = Subject.named(List.of("app@sha256:" + SHA256, "app@sha512:" + "0".repeat(128)))
                .get(0);

        assertThat(subject.is(Subject.parse("app@sha256:" + SHA256))).isTrue();
        assertThat(subject.is(Subject.parse("sha256:" + SHA256))).isTrue();
        assertThat(subject.is(Subject.parse("web@sha256:" + SHA256))).isFalse();
        assertThat(subject.is(Subject.parse("app@sha256:" + "0".repeat(64)))).isFalse();
        assertThat(subject.is(Subject.parse("app@gitCommit:" + "0".repeat(40)))).isFalse();
    }

    /** In-toto would let one digest do. A file with another sha512 is another file all the same. */
    @Test
    void isNotTheOneThatIsLookedForWhereOneOfItsDigestsDiffers() {
        var subject = Subject.named(List.of("app@sha256:" + SHA256, "app@sha512:" + "0".repeat(128)))
                .get(0);
        var other = Subject.named(List.of("app@sha256:" + SHA256, "app@sha512:" + "1".repeat(128)))
                .get(0);

        assertThat(subject.is(other)).isFalse();
    }
}
