package io.regcontract.simulator.identity;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.UUID;

/**
 * Names for new things: tokens in the alphabet that recorded tokens use (lower-case letters and digits without
 * look-alikes) and uuids. Drawn from the given source, which is a secure one outside of tests.
 */
public final class Identifiers {

    /** The 31 signs of a generated token. */
    public static final String ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz";

    private static final byte[] SIGNS = ALPHABET.getBytes(StandardCharsets.US_ASCII);
    /**
     * The largest multiple of 31 that fits a byte: what is drawn above it is drawn again, so that no sign is
     * favoured.
     */
    private static final int FAIR = 256 / SIGNS.length * SIGNS.length;

    private final Random random;
    private final byte[] drawn = new byte[1024];
    private int next = drawn.length;

    /** Makes identifiers from a source of random numbers. */
    public Identifiers(Random random) {
        this.random = random;
    }

    /** A token of that many signs. */
    public synchronized String token(int length) {
        var token = new byte[length];
        for (int i = 0; i < length; i++) {
            token[i] = sign();
        }
        return new String(token, StandardCharsets.US_ASCII);
    }

    /** A random uuid. */
    public synchronized String uuid() {
        long most = (random.nextLong() & ~0xF000L) | 0x4000L;
        long least = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(most, least).toString();
    }

    private byte sign() {
        while (true) {
            if (next == drawn.length) {
                random.nextBytes(drawn);
                next = 0;
            }
            int value = drawn[next] & 0xFF;
            next++;
            if (value < FAIR) {
                return SIGNS[value % SIGNS.length];
            }
        }
    }
}
