package io.regcontract.report.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one value that a waiver lets pass. */
public sealed interface ToleratedValue {

    /** Whether this is the value. */
    boolean is(String actual);

    /** The value, written out. */
    record Text(String text) implements ToleratedValue {
        @Override
        public boolean is(String actual) {
            return text.equals(actual);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** The value by its SHA-256, for one that is too long to be written out. */
    record Digest(String sha256) implements ToleratedValue {
        @Override
        public boolean is(String actual) {
            return sha256.equals(of(actual).sha256);
        }

        /** The digest of a value. */
        public static Digest of(String actual) {
            try {
                return new Digest(HexFormat.of()
                        .formatHex(
                                MessageDigest.getInstance("SHA-256").digest(actual.getBytes(StandardCharsets.UTF_8))));
            } catch (NoSuchAlgorithmException everyJvmHasIt) {
                throw new IllegalStateException(everyJvmHasIt);
            }
        }

        @Override
        public String toString() {
            return "sha256 " + sha256;
        }
    }
}
