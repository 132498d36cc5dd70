package io.regcontract.report.attest;

import io.regcontract.contract.input.ReadableFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.regex.Pattern;

/** The one block of a PEM file. */
final class PemFile {

    private static final long LONGEST = 64 * 1024;
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN ([A-Z0-9 ]{1,60})-----\\s+([A-Za-z0-9+/=\\s]+?)\\s*-----END \\1-----", Pattern.DOTALL);

    private final String label;
    private final byte[] content;

    private PemFile(String label, byte[] content) {
        this.label = label;
        this.content = content;
    }

    /** What it says it is, such as {@code PRIVATE KEY}. */
    String label() {
        return label;
    }

    /** Its bytes. */
    byte[] content() {
        return content.clone();
    }

    /**
     * @param option the option that names it, for a person
     * @throws AttestationException when it cannot be read, or has no block
     */
    static PemFile read(String option, Path file) {
        try {
            if (Files.size(ReadableFile.of(file)) > LONGEST) {
                throw noPem(option, file);
            }
            // Not UTF-8: what is no PEM file may be anything.
            var block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!block.find()) {
                throw noPem(option, file);
            }
            return new PemFile(block.group(1), Base64.getMimeDecoder().decode(block.group(2)));
        } catch (IOException unreadable) {
            throw new AttestationException(
                    "The key " + file + " cannot be read.", "Name a file that can be, with " + option + ".");
        } catch (IllegalArgumentException noBase64) {
            throw noPem(option, file);
        }
    }

    private static AttestationException noPem(String option, Path file) {
        return new AttestationException(
                "The file " + file + " has no key in PEM.",
                "Name one with " + option + " that begins with a line such as -----BEGIN "
                        + (option.equals(SigningKey.OPTION) ? "PRIVATE" : "PUBLIC") + " KEY-----.");
    }
}
