package io.regcontract.simulator.tls;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** What people and other programs read of a certificate. */
public final class CertificateText {

    static final String BEGIN = "-----BEGIN CERTIFICATE-----";
    private static final String END = "-----END CERTIFICATE-----";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private CertificateText() {}

    /** The certificate in PEM. */
    static String pem(X509Certificate certificate) {
        return BEGIN + "\n" + LINES.encodeToString(encoded(certificate)) + "\n" + END + "\n";
    }

    /** SHA-256 over the whole certificate, in pairs of digits with colons between, as openssl writes it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(encoded(certificate));
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The host names and addresses that a certificate is for. */
    public static List<String> names(X509Certificate certificate) {
        try {
            return Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
                    .flatMap(names -> names.stream().map(name -> String.valueOf(name.get(1))))
                    .toList();
        } catch (CertificateParsingException unreadable) {
            throw new IllegalArgumentException("the names in a certificate cannot be read", unreadable);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
