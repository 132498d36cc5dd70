package io.regcontract.report.leak;

import io.regcontract.contract.SecretForms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many texts to be found in one pass, whatever their number: a run makes up some ten thousand values, and each has ten
 * forms. A hash rolls over the bytes; where it is that of the beginning of a sought text, the bytes themselves are compared.
 */
final class MultiPatternSearch {

    private static final int FACTOR = 0x01000193;
    private static final int BITS = 22;

    private final Map<Integer, List<Text>> byBeginning = new HashMap<>();
    /** Which beginnings there may be, by a few bits of their hash: most places are none, and are left at once. */
    private final long[] beginnings = new long[1 << (BITS - 6)];

    private final int window;
    private final int longest;
    private final int leaving;

    /**
     * A text to be found.
     *
     * @param name of the secret
     * @param form in which the text is the secret
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Text(byte[] bytes, String name, String form) {}

    /** Hears of a text and of the place where it begins. */
    @FunctionalInterface
    interface Finder {
        void found(Text text, int at);
    }

    /** @param secrets names of secrets by their values */
    MultiPatternSearch(Map<String, String> secrets) {
        var texts = new ArrayList<Text>();
        secrets.forEach((value, name) -> SecretForms.of(value)
                .forEach((text, form) -> texts.add(new Text(text.getBytes(StandardCharsets.UTF_8), name, form))));
        window = texts.stream().mapToInt(text -> text.bytes().length).min().orElse(1);
        longest = texts.stream().mapToInt(text -> text.bytes().length).max().orElse(0);
        int power = 1;
        for (int index = 1; index < window; index++) {
            power *= FACTOR;
        }
        leaving = power;
        texts.forEach(text -> {
            int hash = hash(text.bytes());
            byBeginning.computeIfAbsent(hash, any -> new ArrayList<>(1)).add(text);
            beginnings[bit(hash) >>> 6] |= 1L << bit(hash);
        });
    }

    boolean isEmpty() {
        return longest == 0;
    }

    /** How many bytes of a block must be looked at again with the next, so that nothing hides on the border. */
    int overlap() {
        return Math.max(0, longest - 1);
    }

    /** Tells of every sought text that stands in the first bytes of a block, as often as it does. */
    void find(byte[] block, int length, Finder found) {
        if (length < window) {
            return;
        }
        int hash = hash(block);
        for (int from = 0; ; from++) {
            int bit = bit(hash);
            if ((beginnings[bit >>> 6] & 1L << bit) != 0) {
                compare(block, from, length, byBeginning.getOrDefault(hash, List.of()), found);
            }
            if (from + window >= length) {
                return;
            }
            hash = (hash - block[from] * leaving) * FACTOR + block[from + window];
        }
    }

    private static void compare(byte[] block, int from, int length, List<Text> candidates, Finder found) {
        for (var text : candidates) {
            int to = from + text.bytes().length;
            if (to <= length && Arrays.equals(block, from, to, text.bytes(), 0, text.bytes().length)) {
                found.found(text, from);
            }
        }
    }

    private int hash(byte[] text) {
        int hash = 0;
        for (int index = 0; index < window; index++) {
            hash = hash * FACTOR + text[index];
        }
        return hash;
    }

    private static int bit(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - BITS);
    }
}
