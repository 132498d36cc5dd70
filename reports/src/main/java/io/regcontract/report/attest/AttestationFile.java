package io.regcontract.report.attest;

import io.regcontract.contract.input.ReadableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of an attestation: a statement, or an envelope with one. */
public final class AttestationFile {

    /** Its name in a build. */
    public static final String NAME = "attestation.json";

    /** More than a statement about every requirement of the suite has, a hundred times over. */
    private static final long LONGEST = 32L * 1024 * 1024;

    private AttestationFile() {}

    /**
     * Takes an earlier attestation away, so that it does not stand for a judging that fails. What is no attestation is
     * left alone.
     *
     * @throws AttestationException when something else is there, or it cannot be taken away
     */
    public static void forget(Path file) {
        try {
            if (!Files.exists(file)) {
                return;
            }
            if (!is(file)) {
                throw new AttestationException(
                        "The file " + file + " is there and is no attestation.",
                        "Name another one with --attest; that one was left alone.");
            }
            Files.delete(file);
        } catch (IOException failed) {
            throw new AttestationException(
                    "The earlier attestation " + file + " cannot be taken away.", "Remove it by hand.");
        }
    }

    /** Whether a file is an attestation, signed or not, or is empty. */
    public static boolean is(Path file) {
        try {
            if (Files.isDirectory(file)) {
                return false;
            }
            var content = content(file);
            if (content.length == 0) {
                return true;
            }
            var json = StrictJson.read(content);
            return json.path("_type").asString("").startsWith("https://in-toto.io/Statement/")
                    || json.path("payloadType").asString("").startsWith("application/vnd.in-toto");
        } catch (IOException | StrictJson.UnreadableException none) {
            return false;
        }
    }

    /** The bytes of a file that is no longer than an attestation can be. */
    static byte[] content(Path file) throws IOException {
        try (var content = Files.newInputStream(ReadableFile.of(file))) {
            var bytes = content.readNBytes((int) LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IOException("it is longer than an attestation can be");
            }
            return bytes;
        }
    }
}
