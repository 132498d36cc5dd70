package io.regcontract.traffic.judge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The request tokens of all answers, and where each was first seen. Three numbers of 64 bits a token, in arrays that
 * grow: 34 to 69 bytes a token, whatever a service calls a token. Two different tokens are taken for one with a chance
 * of n²/2⁶⁵ over n tokens: less than one in three million for ten million of them. Not thread-safe.
 */
final class TokenRegistry {

    private static final int FIRST_ROOM = 1 << 10;
    private static final double FULLEST = 0.7;
    private static final int MOST_DIGITS = 9;

    private long[] tokens = new long[FIRST_ROOM];
    private long[] exchanges = new long[FIRST_ROOM];
    private long[] places = new long[FIRST_ROOM];
    private int size;
    private final List<String> sources = new ArrayList<>();
    private final MessageDigest digest = sha256();

    /**
     * What is known of a token that was seen before.
     *
     * @param place where it was first seen
     * @param sameExchange whether that was this very exchange, recorded twice
     */
    record Seen(String place, boolean sameExchange) {}

    /**
     * Registers a token.
     *
     * @param place of the exchange, with its number at the end
     * @param identity tells two recordings of one exchange from two exchanges
     * @return what was known of it before; nothing for a new one
     */
    Optional<Seen> register(String token, String place, String identity) {
        long key = hash(token);
        long exchange = hash(identity);
        if (size >= tokens.length * FULLEST) {
            grow();
        }
        int at = slot(tokens, key);
        if (tokens[at] == key) {
            return Optional.of(new Seen(shown(places[at]), exchanges[at] == exchange));
        }
        tokens[at] = key;
        exchanges[at] = exchange;
        places[at] = packed(place);
        size++;
        return Optional.empty();
    }

    /** Only the number at its end is different for each exchange; the text before it is kept once. */
    private long packed(String place) {
        int digits = place.length();
        while (digits > 0 && place.length() - digits < MOST_DIGITS && isDigit(place.charAt(digits - 1))) {
            digits--;
        }
        // Digits that begin with a zero would not come back as they were.
        while (digits < place.length() && place.charAt(digits) == '0') {
            digits++;
        }
        return digits == place.length()
                ? (long) sourceNumber(place) << Integer.SIZE
                : (long) sourceNumber(place.substring(0, digits)) << Integer.SIZE
                        | Integer.parseInt(place, digits, place.length(), 10);
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    private int sourceNumber(String source) {
        // Sources come one after the other, so the last is as good as always right.
        int known = sources.lastIndexOf(source);
        if (known >= 0) {
            return known;
        }
        sources.add(source);
        return sources.size() - 1;
    }

    private String shown(long place) {
        var source = sources.get((int) (place >>> Integer.SIZE));
        return (int) place == 0 ? source : source + (int) place;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        int at = (int) (key >>> Integer.SIZE) & mask;
        while (table[at] != 0 && table[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        var old = new long[][] {tokens, exchanges, places};
        int room = tokens.length * 2;
        tokens = new long[room];
        exchanges = new long[room];
        places = new long[room];
        for (int index = 0; index < old[0].length; index++) {
            if (old[0][index] != 0) {
                int at = slot(tokens, old[0][index]);
                tokens[at] = old[0][index];
                exchanges[at] = old[1][index];
                places[at] = old[2][index];
            }
        }
    }

    /** Of SHA-256, so that no service can make two tokens that look like one. Never 0, which is an empty place. */
    private long hash(String text) {
        digest.reset();
        long hash = ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return hash == 0 ? 1 : hash;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
