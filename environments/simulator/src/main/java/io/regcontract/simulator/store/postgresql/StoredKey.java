package io.regcontract.simulator.store.postgresql;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/**
 * A key as bytes. Each character becomes one to three bytes, as in UTF-8, and half of a pair of surrogates is a
 * character like any other: so every text has bytes of its own, and their order is that of
 * {@link String#compareTo}. What is too long for an index is cut.
 *
 * @param key the bytes to find it by
 * @param whole all its bytes, when {@code key} is only their beginning and their hash
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record StoredKey(byte[] key, Optional<byte[]> whole) {

    /** An index of PostgreSQL takes about 2,700 bytes. */
    private static final int LONGEST = 1_024;

    private static final int HASH = 32;
    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    static StoredKey of(String text) {
        var bytes = bytes(text);
        if (bytes.length <= LONGEST) {
            return new StoredKey(bytes, Optional.empty());
        }
        var cut = Arrays.copyOf(bytes, LONGEST + HASH);
        System.arraycopy(hash(bytes), 0, cut, LONGEST, HASH);
        return new StoredKey(cut, Optional.of(bytes));
    }

    /** The text whose bytes these are, not cut. */
    static String text(byte[] bytes) {
        var text = new StringBuilder(bytes.length);
        int at = 0;
        while (at < bytes.length) {
            int first = bytes[at++] & 0xFF;
            if (first < ONE_BYTE) {
                text.append((char) first);
            } else if (first < 0xE0) {
                text.append((char) (((first & 0x1F) << 6) | (bytes[at++] & 0x3F)));
            } else {
                text.append((char) (((first & 0x0F) << 12) | ((bytes[at++] & 0x3F) << 6) | (bytes[at++] & 0x3F)));
            }
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        var bytes = new byte[text.length() * 3];
        int size = 0;
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each < ONE_BYTE) {
                bytes[size++] = (byte) each;
            } else if (each < TWO_BYTES) {
                bytes[size++] = (byte) (0xC0 | (each >> 6));
                bytes[size++] = (byte) (0x80 | (each & 0x3F));
            } else {
                bytes[size++] = (byte) (0xE0 | (each >> 12));
                bytes[size++] = (byte) (0x80 | ((each >> 6) & 0x3F));
                bytes[size++] = (byte) (0x80 | (each & 0x3F));
            }
        }
        return Arrays.copyOf(bytes, size);
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException neverSo) {
            throw new IllegalStateException(neverSo);
        }
    }
}
