package io.regcontract.suite.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Certificates that are trusted for HTTPS. No option trusts every certificate. */
public final class TrustedCertificates {

    private static final String NO_TLS = "this JDK has no TLS";

    private TrustedCertificates() {}

    /**
     * Trust in the certificates of a PEM file, and in no others.
     *
     * @throws IllegalArgumentException when the file holds none, naming it
     */
    public static SSLContext in(Path pem) {
        try {
            return context(null, trust(pem));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NO_TLS, e);
        }
    }

    /**
     * The same, or the trust of the JDK, with a certificate to show to a service that asks for one.
     *
     * @param pem the certificates to trust; the JDK's when empty
     * @param store PKCS12, with the key and its certificate
     * @param password of both
     * @throws IllegalArgumentException when a file cannot be used, naming it
     */
    public static SSLContext showing(Optional<Path> pem, Path store, String password) {
        try {
            return showing(pem, KeyStore.getInstance(store.toFile(), password.toCharArray()), password.toCharArray());
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    store + " cannot be used as a client's certificate (" + unusable.getMessage()
                            + "). Put a key with its certificate into it, as PKCS12 with one password.",
                    unusable);
        }
    }

    static SSLContext showing(Optional<Path> pem, KeyStore keys, char[] password) {
        var trusted = pem.map(TrustedCertificates::trust).orElse(null);
        try {
            var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(keys, password);
            return context(managers.getKeyManagers(), trusted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NO_TLS, e);
        }
    }

    private static SSLContext context(KeyManager @Nullable [] keys, TrustManager @Nullable [] trusted)
            throws GeneralSecurityException {
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trusted, null);
        return context;
    }

    private static TrustManager[] trust(Path pem) {
        try (var stream = Files.newInputStream(pem)) {
            var certificates = CertificateFactory.getInstance("X.509").generateCertificates(stream);
            if (certificates.isEmpty()) {
                throw new GeneralSecurityException("it holds no certificate");
            }
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            var number = 0;
            for (var certificate : certificates) {
                store.setCertificateEntry("trusted-" + ++number, certificate);
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            return trust.getTrustManagers();
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    pem + " cannot be used as certificates to trust (" + unusable.getMessage()
                            + "). Put one or more X.509 certificates in PEM form into it.",
                    unusable);
        }
    }

    /** Trust in the certificates that the JDK trusts. */
    public static SSLContext byDefault() {
        try {
            return SSLContext.getDefault();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(NO_TLS, e);
        }
    }
}
