package io.regcontract.suite.transport;

import io.regcontract.contract.input.ReadableFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/** Certificates that the suite shows to a gateway which asks for one. */
public final class ClientCertificates {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "Ed25519");
    private static final char[] IN_MEMORY = "in-memory".toCharArray();

    private ClientCertificates() {}

    /**
     * Trust, and a certificate to show.
     *
     * @param trusted PEM file of the certificates to trust; those of the JDK when empty
     * @param file a PKCS12 store where there is a password, or else PEM with a key and its certificates
     * @throws IllegalArgumentException when a file cannot be used, naming it
     */
    public static SSLContext showing(Optional<Path> trusted, Path file, Optional<String> password) {
        return password.map(secret -> TrustedCertificates.showing(trusted, file, secret))
                .orElseGet(() -> TrustedCertificates.showing(trusted, ofPem(file), IN_MEMORY));
    }

    private static KeyStore ofPem(Path file) {
        try {
            var text = Files.readString(ReadableFile.of(file), StandardCharsets.US_ASCII);
            var certificates = CERTIFICATE
                    .matcher(text)
                    .results()
                    .map(match -> match.group())
                    .toList();
            var key = KEY.matcher(text);
            if (!key.find() || certificates.isEmpty()) {
                throw new GeneralSecurityException("it holds no key in PKCS8 without a password, or no certificate");
            }
            var factory = CertificateFactory.getInstance("X.509");
            var chain = factory.generateCertificates(new ByteArrayInputStream(
                            String.join("\n", certificates).getBytes(StandardCharsets.US_ASCII)))
                    .toArray(Certificate[]::new);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key(key.group(1)), IN_MEMORY, chain);
            return store;
        } catch (IOException | GeneralSecurityException | IllegalArgumentException unusable) {
            // What a key's file holds is told nowhere.
            var why = unusable instanceof GeneralSecurityException ? ": " + unusable.getMessage() : "";
            throw new IllegalArgumentException(
                    file + " cannot be used as a client's certificate" + why
                            + ". Put a key and its certificates into it, as PEM, the key as PKCS8 without a password; or name a"
                            + " PKCS12 store and its password.",
                    unusable);
        }
    }

    private static PrivateKey key(String base64) throws GeneralSecurityException {
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        for (var algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException another) {
                // The next algorithm is tried.
            }
        }
        throw new GeneralSecurityException("its key is none of " + String.join(", ", ALGORITHMS));
    }
}
