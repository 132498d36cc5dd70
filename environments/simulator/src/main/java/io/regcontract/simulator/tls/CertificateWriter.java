package io.regcontract.simulator.tls;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import javax.security.auth.x500.X500Principal;

/** Writes and signs certificates of X.509 version 3 as RFC 5280 has them, with ECDSA and SHA-256. */
final class CertificateWriter {

    /** For clients whose clock is behind. */
    private static final Duration BEFORE = Duration.ofDays(1);
    /** The longest that clients of all makers take, with some days to spare. */
    private static final Duration AFTER = Duration.ofDays(390);

    private static final byte[] ALGORITHM = Der.sequence(Der.identifier("1.2.840.10045.4.3.2"));
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final String EXTENDED_USAGE = "2.5.29.37";
    private static final byte[] SERVER = Der.identifier("1.3.6.1.5.5.7.3.1");

    private final KeyPair signer;
    private final X500Principal issuer;
    private final Instant now;

    /** @param signer the key of the authority that signs all certificates */
    CertificateWriter(KeyPair signer, X500Principal issuer, Instant now) {
        this.signer = signer;
        this.issuer = issuer;
        this.now = now;
    }

    /** The certificate of the authority, signed by itself. */
    X509Certificate authority() throws GeneralSecurityException {
        return certificate(
                issuer,
                signer.getPublic(),
                critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes(), Der.whole(BigInteger.ZERO))),
                // It signs certificates and nothing else.
                critical(KEY_USAGE, Der.bits(2, (byte) 0x04)));
    }

    /** The certificate of a server that is called by these names. */
    X509Certificate server(X500Principal subject, PublicKey key, CertificateNames names)
            throws GeneralSecurityException {
        var all = new ArrayList<byte[]>();
        names.hosts().forEach(name -> all.add(Der.instead(2, name.getBytes(StandardCharsets.US_ASCII))));
        names.addresses().forEach(address -> all.add(Der.instead(7, address.getAddress())));
        return certificate(
                subject,
                key,
                critical(BASIC_CONSTRAINTS, Der.sequence()),
                critical(KEY_USAGE, Der.bits(7, (byte) 0x80)),
                extension(EXTENDED_USAGE, Der.sequence(SERVER)),
                extension(NAMES, Der.sequence(all.toArray(byte[][]::new))));
    }

    private X509Certificate certificate(X500Principal subject, PublicKey key, byte[]... extensions)
            throws GeneralSecurityException {
        var more = Arrays.copyOf(extensions, extensions.length + 2);
        more[extensions.length] = extension(SUBJECT_KEY, Der.octets(keyIdentifier(key)));
        more[extensions.length + 1] =
                extension(AUTHORITY_KEY, Der.sequence(Der.instead(0, keyIdentifier(signer.getPublic()))));
        var content = Der.sequence(
                Der.around(0, Der.whole(BigInteger.TWO)),
                Der.whole(new BigInteger(1, keyIdentifier(key))),
                ALGORITHM,
                issuer.getEncoded(),
                Der.sequence(Der.time(now.minus(BEFORE)), Der.time(now.plus(AFTER))),
                subject.getEncoded(),
                key.getEncoded(),
                Der.around(3, Der.sequence(more)));
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.getPrivate());
        signature.update(content);
        var certificate = Der.sequence(content, ALGORITHM, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(certificate));
    }

    /** Names a key, and numbers its certificate: each key has one (RFC 7093, 2, method 4). */
    private static byte[] keyIdentifier(PublicKey key) throws GeneralSecurityException {
        return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()), 16);
    }

    private static byte[] critical(String identifier, byte[] value) {
        return Der.sequence(Der.identifier(identifier), Der.yes(), Der.octets(value));
    }

    private static byte[] extension(String identifier, byte[] value) {
        return Der.sequence(Der.identifier(identifier), Der.octets(value));
    }
}
