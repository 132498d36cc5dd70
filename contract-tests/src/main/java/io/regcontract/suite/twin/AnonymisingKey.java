package io.regcontract.suite.twin;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * The key that names and addresses are replaced under. It stands beside the export, so that a second export gives
 * everybody the same new name; whoever has it can turn them back, so it is not handed on with the rest.
 */
final class AnonymisingKey {

    static final String FILE = "anonymise.key";
    private static final int LENGTH = 32;

    private AnonymisingKey() {}

    /** The key in a directory, made when there is none. */
    static byte[] in(ExportDirectory directory) {
        if (!directory.has(FILE)) {
            var key = new byte[LENGTH];
            new SecureRandom().nextBytes(key);
            directory.write(FILE, Base64.getEncoder().encodeToString(key) + "\n");
        }
        try {
            var key = Base64.getDecoder().decode(directory.read(FILE).strip());
            if (key.length >= 16) {
                return key;
            }
        } catch (IllegalArgumentException none) {
            // The same as a key that is too short.
        }
        throw ExportException.refused(
                directory.root().resolve(FILE) + " holds no key: base64 of 16 bytes or more is needed");
    }
}
