package io.regcontract.suite.redaction;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Replaces all encodings of all known secrets in one pass over the text. Linear in the text, because a full run learns
 * tens of thousands of secrets and every exchange is searched for all of them. If two match at the same position, the
 * longer one wins. Not thread-safe.
 */
final class SecretMatcher {

    /** Forms are found by how they begin, so that none may be shorter. */
    static final int BEGINNING = 6;

    /** A bit set that rules out most positions before the map is consulted. */
    private static final int BITS = 1 << 20;

    private static final long SIX_CHARACTERS = (1L << 60) - 1;

    private final Map<Long, List<Form>> byBeginning = new HashMap<>();
    private final BitSet begun = new BitSet(BITS);

    /**
     * A form.
     *
     * @param shortest how much of it is enough to be found
     */
    private record Form(String text, int shortest, String variable) {

        /** How much of it begins at a place of a text; 0 when that is not enough. */
        int lengthAt(String other, int at) {
            if (other.startsWith(text, at)) {
                return text.length();
            }
            if (shortest == text.length() || !other.startsWith(text.substring(0, shortest), at)) {
                return 0;
            }
            var length = shortest;
            while (length < text.length()
                    && at + length < other.length()
                    && text.charAt(length) == other.charAt(at + length)) {
                length++;
            }
            return length;
        }
    }

    /** A place in a text where a form stands, and what to show there. */
    record Found(int from, int to, String variable) {}

    /** Adds a form, unless it is known already. */
    void add(String text, String variable) {
        add(text, text.length(), variable);
    }

    /** Adds a form that is found when at least its first characters are there. */
    void add(String text, int shortest, String variable) {
        if (shortest < BEGINNING) {
            throw new IllegalArgumentException("a form has at least " + BEGINNING + " characters");
        }
        var key = key(text, 0);
        begun.set(bit(key));
        var beginning = byBeginning.computeIfAbsent(key, none -> new ArrayList<>(1));
        if (beginning.stream().noneMatch(form -> form.text().equals(text) && form.shortest() <= shortest)) {
            beginning.add(new Form(text, shortest, variable));
            // The whole before its pieces, the longer before the shorter.
            beginning.sort(Comparator.comparingInt((Form form) -> form.text().length())
                    .thenComparingInt(Form::shortest)
                    .reversed());
        }
    }

    /** The text with every form replaced by its variable. */
    String replaced(String text) {
        var found = in(text);
        if (found.isEmpty()) {
            return text;
        }
        var replaced = new StringBuilder();
        var copied = 0;
        for (var form : found) {
            replaced.append(text, copied, form.from()).append(form.variable());
            copied = form.to();
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    /** Where forms stand in a text, in order; none overlaps another. */
    List<Found> in(String text) {
        if (text.length() < BEGINNING) {
            return List.of();
        }
        var found = new ArrayList<Found>();
        var at = 0;
        var key = key(text, 0);
        while (true) {
            var before = found.size();
            startingAt(text, at, key, found);
            var next = found.size() == before ? at + 1 : found.get(before).to();
            if (next + BEGINNING > text.length()) {
                return found;
            }
            key = found.size() == before ? moved(key, text.charAt(at + BEGINNING)) : key(text, next);
            at = next;
        }
    }

    private void startingAt(String text, int at, long key, List<Found> found) {
        if (!begun.get(bit(key))) {
            return;
        }
        for (var form : byBeginning.getOrDefault(key, List.of())) {
            var length = form.lengthAt(text, at);
            if (length > 0) {
                found.add(new Found(at, at + length, form.variable()));
                return;
            }
        }
    }

    /** The upper bits of a product, in which all bits of the number have a say. */
    private static int bit(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 44);
    }

    /** Six characters as a number; two that differ may share one, which costs a comparison and no more. */
    private static long key(String text, int at) {
        var key = 0L;
        for (var i = 0; i < BEGINNING; i++) {
            key = moved(key, text.charAt(at + i));
        }
        return key;
    }

    /** The number one character further on: the first of the six leaves, and one comes behind them. */
    private static long moved(long key, char next) {
        return ((key << 10) ^ next) & SIX_CHARACTERS;
    }
}
