package io.regcontract.report.attest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/**
 * A pair of keys in two files, as openssl writes them.
 *
 * @param signing the private key in PKCS#8
 * @param checking the public key
 */
public record KeyFiles(Path signing, Path checking) {

    public static KeyFiles ecdsa(Path directory, String name) {
        return of(directory, name, pair("EC", new ECGenParameterSpec("secp256r1")));
    }

    public static KeyFiles ed25519(Path directory, String name) {
        return of(directory, name, pair("Ed25519", NamedParameterSpec.ED25519));
    }

    static KeyFiles of(Path directory, String name, KeyPair pair) {
        return new KeyFiles(
                write(
                        directory.resolve(name + ".pem"),
                        "PRIVATE KEY",
                        pair.getPrivate().getEncoded()),
                write(
                        directory.resolve(name + "-public.pem"),
                        "PUBLIC KEY",
                        pair.getPublic().getEncoded()));
    }

    static KeyPair pair(String algorithm, AlgorithmParameterSpec parameters) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(parameters);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }

    static Path write(Path file, String label, byte[] content) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        try {
            return Files.writeString(
                    file, "-----BEGIN " + label + "-----\n" + base64 + "\n-----END " + label + "-----\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
