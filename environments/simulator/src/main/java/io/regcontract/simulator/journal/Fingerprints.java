package io.regcontract.simulator.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Fingerprints of texts, to be compared with each other. Without the key nobody can find out which text has one, also
 * where there are few texts to try, such as e-mail addresses. Not safe for use by several threads.
 */
final class Fingerprints {

    /** Bytes. */
    static final int KEY_LENGTH = 32;

    /** Larger texts are not kept a moment longer than needed. */
    private static final int USUAL = 4_096;

    private final MessageDigest digest;
    private byte[] gathered;
    private int length;

    Fingerprints(byte[] key) {
        this.gathered = Arrays.copyOf(key, USUAL);
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Begins a fingerprint. */
    Fingerprints begin() {
        length = KEY_LENGTH;
        return this;
    }

    /** Adds a text; where it ends makes a difference. */
    Fingerprints add(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES + bytes.length);
        ByteBuffer.wrap(gathered, length, gathered.length - length)
                .putInt(bytes.length)
                .put(bytes);
        length += Integer.BYTES + bytes.length;
        return this;
    }

    /** The first 64 bits: enough to tell apart what one application sends, and no more. */
    long end() {
        digest.update(gathered, 0, length);
        Arrays.fill(gathered, KEY_LENGTH, length, (byte) 0);
        if (gathered.length > USUAL) {
            gathered = Arrays.copyOf(gathered, USUAL);
        }
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    private void room(int more) {
        if (gathered.length - length < more) {
            gathered = Arrays.copyOf(gathered, Math.max(gathered.length * 2, length + more));
        }
    }
}
