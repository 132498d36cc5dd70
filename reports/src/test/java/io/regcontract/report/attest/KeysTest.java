package io.regcontract.report.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys sign and check, and what is said of the others. */
class KeysTest {

    @TempDir
    private static Path directory;

    static Stream<KeyFiles> keys() {
        return Stream.of(KeyFiles.ecdsa(directory, "ecdsa"), KeyFiles.ed25519(directory, "ed25519"));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void checksWhatItSigns(KeyFiles keys) {
        var message = "message".getBytes(StandardCharsets.UTF_8);
        var signature = SigningKey.read(keys.signing()).sign(message);
        var key = VerificationKey.read(keys.checking());

        assertThat(key.verifies(message, signature)).isTrue();
        assertThat(key.verifies("massage".getBytes(StandardCharsets.UTF_8), signature))
                .isFalse();
        signature[signature.length - 1] ^= 1;
        assertThat(key.verifies(message, signature)).isFalse();
        assertThat(key.verifies(message, new byte[0])).isFalse();
    }

    static Stream<KeyFiles> otherKeys() {
        return Stream.of(
                KeyFiles.of(directory, "p384", KeyFiles.pair("EC", new ECGenParameterSpec("secp384r1"))),
                KeyFiles.of(
                        directory,
                        "rsa",
                        KeyFiles.pair("RSA", new RSAKeyGenParameterSpec(1024, BigInteger.valueOf(65537)))),
                KeyFiles.of(directory, "ed448", KeyFiles.pair("Ed448", NamedParameterSpec.ED448)),
                KeyFiles.of(directory, "x25519", KeyFiles.pair("X25519", NamedParameterSpec.X25519)));
    }

    @ParameterizedTest
    @MethodSource("otherKeys")
    void refusesKeysOfOtherKinds(KeyFiles keys) {
        assertThatThrownBy(() -> SigningKey.read(keys.signing()))
                .isInstanceOf(AttestationException.class)
                .hasMessage("The key " + keys.signing()
                        + " is neither of ECDSA P-256 nor of Ed25519, or it is damaged. Make one with:"
                        + " openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem");
        assertThatThrownBy(() -> VerificationKey.read(keys.checking()))
                .hasMessage(
                        "The key " + keys.checking() + " is neither of ECDSA P-256 nor of Ed25519, or it is damaged."
                                + " Name with --key the public key of the one that signed.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ENCRYPTED PRIVATE KEY|The key F is encrypted, and no password is asked for here. Decrypt it where only"
                        + " the job can read it: openssl pkey -in F -out plain.pem",
                "EC PRIVATE KEY|The key F is not in PKCS#8. Convert it with: openssl pkcs8 -topk8 -nocrypt -in F -out"
                        + " pkcs8.pem",
                "ENCRYPTED SIGSTORE PRIVATE KEY|The key F is in the form that only cosign reads. Leave --sign out, and"
                        + " sign with cosign.",
                "PUBLIC KEY|The file F has a public key. Name the private key that belongs to it.",
                "OPENSSH PRIVATE KEY|The file F has a OPENSSH PRIVATE KEY, which does not sign here. Make one with:"
                        + " openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out key.pem"
            })
    void saysOfAnotherFormWhatToDo(String label, String sentence) {
        var file = KeyFiles.write(directory.resolve("form.pem"), label, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> SigningKey.read(file)).hasMessage(sentence.replace("F ", file + " "));
    }

    @Test
    void checksWithPublicKeysAlone() {
        var file = KeyFiles.ecdsa(directory, "both").signing();
        assertThatThrownBy(() -> VerificationKey.read(file))
                .hasMessage("The file " + file + " has a private key, and a check takes the public one."
                        + " Write it with: openssl pkey -in " + file + " -pubout -out public.pem");
        var certificate = KeyFiles.write(directory.resolve("certificate.pem"), "CERTIFICATE", new byte[] {1});
        assertThatThrownBy(() -> VerificationKey.read(certificate))
                .hasMessageContaining("has a CERTIFICATE, and no PUBLIC KEY.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no key",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n",
                "-----BEGIN PRIVATE KEY-----\nA\u0000AA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PUBLIC KEY-----"
            })
    void refusesWhatIsNoKeyAtAll(String text) throws IOException {
        var file = Files.writeString(directory.resolve("none.pem"), text);

        assertThatThrownBy(() -> SigningKey.read(file))
                .hasMessage("The file " + file + " has no key in PEM."
                        + " Name one with --sign that begins with a line such as -----BEGIN PRIVATE KEY-----.");
        assertThatThrownBy(() -> VerificationKey.read(file)).hasMessageContaining("Name one with --key");
    }

    @Test
    void refusesAKeyThatIsDamaged() throws IOException {
        var file = KeyFiles.ecdsa(directory, "whole").signing();
        var text = Files.readString(file);
        var cut = Files.writeString(
                directory.resolve("cut.pem"), text.substring(0, 60) + "\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> SigningKey.read(cut)).hasMessageContaining("or it is damaged");
    }

    @Test
    void saysThatAKeyIsNotThere() {
        var nowhere = directory.resolve("nowhere.pem");

        assertThatThrownBy(() -> SigningKey.read(nowhere))
                .hasMessage("The key " + nowhere + " cannot be read. Name a file that can be, with --sign.");
        assertThatThrownBy(() -> VerificationKey.read(directory)).hasMessageContaining("cannot be read");
    }

    /** Opening a pipe waits until something is written into it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void opensNoPipe() throws IOException, InterruptedException {
        var pipe = directory.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        assertThatThrownBy(() -> SigningKey.read(pipe)).hasMessageContaining("cannot be read");
    }
}
