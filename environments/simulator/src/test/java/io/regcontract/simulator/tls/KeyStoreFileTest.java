package io.regcontract.simulator.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Instant;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Key stores are read, and those that cannot be used are refused with a sentence. */
class KeyStoreFileTest {

    private static final char[] PASSWORD = "pass-word".toCharArray();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void readsBothKindsOfKeyStore(String kind) throws Exception {
        assertThat(KeyStoreFile.read(written(kind, PASSWORD, PASSWORD), PASSWORD)
                        .getProtocol())
                .isEqualTo("TLS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void saysThatThePasswordIsWrong(String kind) throws Exception {
        var file = written(kind, PASSWORD, PASSWORD);
        refuses(file, "other", "the password does not open the key store " + file);
        refuses(file, "", "the password does not open the key store " + file);
    }

    @Test
    void saysThatTheKeyHasAnotherPassword() throws Exception {
        var file = written("JKS", PASSWORD, "another".toCharArray());
        refuses(
                file,
                "pass-word",
                "the password of the key store " + file
                        + " does not open the key in it; give store and key the same one");
    }

    @Test
    void saysThatThereIsNoKey() throws Exception {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("only", certificate(keys()));
        var file = saved(store);
        refuses(
                file,
                "pass-word",
                "the key store " + file + " has no private key; put key and certificate of the server into it");
    }

    @Test
    void saysThatThereIsNoFile() throws IOException {
        var nothing = directory.resolve("nothing");
        refuses(nothing, "pass-word", "there is no key store " + nothing);
        refuses(directory, "pass-word", "the key store " + directory + " is no file that this user may read");
        var huge = directory.resolve("huge");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(5L * 1024 * 1024);
        }
        refuses(huge, "pass-word", "the key store " + huge + " is larger than 4194304 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void refusesFilesThatAreDamagedOrSomethingElse(String kind) throws Exception {
        var file = written(kind, PASSWORD, PASSWORD);
        var whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 61) {
            Files.write(file, Arrays.copyOf(whole, length));
            refuses(file, "pass-word", "the file " + file + " is damaged or no key store; PKCS12 and JKS are read");
        }
        Files.writeString(file, "-----BEGIN CERTIFICATE-----\n");
        refuses(file, "pass-word", "the file " + file + " is damaged or no key store; PKCS12 and JKS are read");
    }

    private static void refuses(Path file, String password, String sentence) {
        assertThatThrownBy(() -> KeyStoreFile.read(file, password.toCharArray()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private Path written(String kind, char[] ofStore, char[] ofKey) throws Exception {
        var keys = keys();
        var store = KeyStore.getInstance(kind);
        store.load(null, null);
        store.setKeyEntry("server", keys.getPrivate(), ofKey, new Certificate[] {certificate(keys)});
        var file = directory.resolve("store");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, ofStore);
        }
        return file;
    }

    private Path saved(KeyStore store) throws Exception {
        var file = directory.resolve("store");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static Certificate certificate(KeyPair keys) throws GeneralSecurityException {
        var name = new X500Principal("CN=somebody");
        return new CertificateWriter(keys, name, Instant.parse("2026-01-01T00:00:00Z")).authority();
    }
}
