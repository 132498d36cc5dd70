package io.regcontract.suite.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates that are trusted for HTTPS. No option trusts every certificate. */
public final class TrustedCertificates {

    private TrustedCertificates() {}

    /**
     * Trust in the certificates of a PEM file, and in no others.
     *
     * @throws IllegalArgumentException when the file holds none, naming it
     */
    public static SSLContext in(Path pem) {
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
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
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
            throw new IllegalStateException("this JDK has no TLS", e);
        }
    }
}
