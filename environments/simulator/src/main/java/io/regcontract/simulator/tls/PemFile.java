package io.regcontract.simulator.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;

/** A file with a certificate in PEM, for clients that have to trust it. */
public final class PemFile {

    private PemFile() {}

    /**
     * Writes a certificate. A file that is there is written over when it begins as a certificate, and left alone
     * otherwise.
     *
     * @throws IllegalArgumentException when it cannot be written; the message is a sentence without its full stop
     */
    public static void write(Path file, X509Certificate certificate) {
        if (Files.exists(file) && !isCertificate(file)) {
            throw new IllegalArgumentException("the file " + file
                    + " is there and is no certificate, so it is not written over; name another one");
        }
        try {
            Files.writeString(file, CertificateText.pem(certificate));
        } catch (IOException unwritable) {
            throw new IllegalArgumentException(
                    "the certificate cannot be written to " + file + "; name a file in a directory that this user may"
                            + " write to",
                    unwritable);
        }
    }

    private static boolean isCertificate(Path file) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            var begin = in.readNBytes(CertificateText.BEGIN.length());
            return new String(begin, StandardCharsets.US_ASCII).equals(CertificateText.BEGIN);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
