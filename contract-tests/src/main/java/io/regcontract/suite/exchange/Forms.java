package io.regcontract.suite.exchange;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The forms that secrets take in texts, found in one pass over a text however many there are: a run over every
 * operation learns tens of thousands, and every exchange is looked through for all of them. Where two begin at the same
 * place the longer one counts. Not thread-safe.
 */
final class Forms {

    /** Forms are found by how they begin, so that none may be shorter. */
    static final int BEGINNING = 6;

    /** Bits to look at before a beginning is looked up: nearly every place of a text is no secret's beginning. */
    private static final int BITS = 1 << 20;

    private static final long SIX_CHARACTERS = (1L << 60) - 1;

    private final Map<Long, List<Form>> byBeginning = new HashMap<>();
    private final BitSet begun = new BitSet(BITS);

    private record Form(String text, String variable) {}

    /** Adds a form, unless it is known already. */
    void add(String text, String variable) {
        if (text.length() < BEGINNING) {
            throw new IllegalArgumentException("a form has at least " + BEGINNING + " characters");
        }
        var key = key(text, 0);
        begun.set(bit(key));
        var beginning = byBeginning.computeIfAbsent(key, none -> new ArrayList<>(1));
        if (beginning.stream().noneMatch(form -> form.text().equals(text))) {
            beginning.add(new Form(text, variable));
            beginning.sort(
                    Comparator.comparingInt((Form form) -> form.text().length()).reversed());
        }
    }

    /** The text with every form replaced by its variable. */
    String replaced(String text) {
        if (text.length() < BEGINNING) {
            return text;
        }
        var found = new StringBuilder();
        var copied = 0;
        var at = 0;
        var key = key(text, 0);
        while (true) {
            var form = startingAt(text, at, key);
            var next = at + 1;
            if (form != null) {
                found.append(text, copied, at).append(form.variable());
                next = at + form.text().length();
                copied = next;
            }
            if (next + BEGINNING > text.length()) {
                break;
            }
            key = form == null ? moved(key, text.charAt(at + BEGINNING)) : key(text, next);
            at = next;
        }
        return copied == 0 ? text : found.append(text, copied, text.length()).toString();
    }

    private @Nullable Form startingAt(String text, int at, long key) {
        if (!begun.get(bit(key))) {
            return null;
        }
        var candidates = byBeginning.get(key);
        if (candidates != null) {
            for (var form : candidates) {
                if (text.startsWith(form.text(), at)) {
                    return form;
                }
            }
        }
        return null;
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
