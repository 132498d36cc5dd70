package io.regcontract.simulator.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Fingerprints of texts, to be compared with each other. Without the key nobody can find out which text has one, also
 * where there are few texts to try, such as e-mail addresses. Not safe for use by several threads.
 */
final class Fingerprints {

    /** Bytes. */
    static final int KEY_LENGTH = 32;

    private final byte[] key;
    private final MessageDigest digest;

    Fingerprints(byte[] key) {
        this.key = key.clone();
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins a fingerprint. */
    Fingerprints begin() {
        digest.reset();
        digest.update(key);
        return this;
    }

    /** Adds a text; where it ends makes a difference. */
    Fingerprints add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((byte) (bytes.length >>> 24));
        digest.update((byte) (bytes.length >>> 16));
        digest.update((byte) (bytes.length >>> 8));
        digest.update((byte) bytes.length);
        digest.update(bytes);
        return this;
    }

    /** The first 64 bits: enough to tell apart what one application sends, and no more. */
    long end() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
