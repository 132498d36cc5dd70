package io.regcontract.suite.standin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A certificate authority of our own and one server it vouches for, made anew each time: no private key outlives the
 * process.
 */
final class TestCertificateAuthority {

    private static final X500Name NAME = new X500Name("CN=regcontract test authority");
    private static final Duration VALID = Duration.ofDays(7);

    private final X509Certificate certificate;
    private final SSLContext server;

    /** Makes both. The server is {@code localhost} and {@code 127.0.0.1}. */
    TestCertificateAuthority() {
        try {
            var own = keys();
            certificate = signed(NAME, own, own, Extension.basicConstraints, new BasicConstraints(true));
            var serving = keys();
            var names = new GeneralNames(new GeneralName[] {
                new GeneralName(GeneralName.dNSName, "localhost"), new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            });
            var vouched = signed(new X500Name("CN=localhost"), serving, own, Extension.subjectAlternativeName, names);
            server = serving(serving, vouched);
        } catch (GeneralSecurityException | OperatorCreationException | IOException unusable) {
            throw new IllegalStateException("no certificates could be made", unusable);
        }
    }

    /** Writes what a client has to trust, as PEM. */
    Path writeTo(Path file) {
        try {
            var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (CertificateEncodingException unusable) {
            throw new IllegalStateException("a certificate without an encoding", unusable);
        }
    }

    /** What the server serves with. */
    SSLContext server() {
        return server;
    }

    private static KeyPair keys() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate signed(
            X500Name subject, KeyPair keys, KeyPair authority, ASN1ObjectIdentifier extension, ASN1Encodable value)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var now = Instant.now();
        var unsigned = new JcaX509v3CertificateBuilder(
                        NAME,
                        BigInteger.valueOf(now.toEpochMilli()).add(BigInteger.valueOf(System.nanoTime())),
                        Date.from(now.minus(VALID)),
                        Date.from(now.plus(VALID)),
                        subject,
                        keys.getPublic())
                .addExtension(extension, true, value);
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate());
        return new JcaX509CertificateConverter().getCertificate(unsigned.build(signer));
    }

    private static SSLContext serving(KeyPair keys, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        var none = new char[0];
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, none);
        store.setKeyEntry("server", keys.getPrivate(), none, new Certificate[] {certificate});
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, none);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
