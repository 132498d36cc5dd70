package io.regcontract.contract.secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds many patterns in one pass over a text, whatever their number. A hash rolls over the text; where it is that of the
 * beginning of a pattern, the pattern itself is compared. Patterns can be added at any time, which an automaton of Aho and
 * Corasick does not allow without being built anew. Not thread-safe.
 *
 * @param <V> what a pattern stands for
 */
public final class MultiPatternSearch<V> {

    private static final int FACTOR = 0x01000193;
    private static final int FEWEST_BITS = 10;
    private static final int MOST_BITS = 22;

    /** The filter has at least as many bits for each beginning, so that most places of a text are left at once. */
    private static final int ROOM = 32;

    private final int window;
    private final int leaving;
    private final Map<Integer, List<Pattern<V>>> byBeginning = new HashMap<>();
    private int bits = FEWEST_BITS;
    private long[] filter = new long[1 << (FEWEST_BITS - 6)];

    /**
     * A pattern to be found.
     *
     * @param shortest how many of its first characters are enough to be found
     */
    private record Pattern<V>(String text, int shortest, V value) {

        /** How many of its characters stand at a place of a text; 0 when that is not enough. */
        int lengthAt(String other, int at) {
            if (other.startsWith(text, at)) {
                return text.length();
            }
            if (shortest == text.length() || !other.regionMatches(at, text, 0, shortest)) {
                return 0;
            }
            int length = shortest;
            while (at + length < other.length() && text.charAt(length) == other.charAt(at + length)) {
                length++;
            }
            return length;
        }
    }

    /** A place in a text where a pattern stands. */
    public record Match<V>(int from, int to, V value) {}

    /** Is told of a pattern in a text. */
    @FunctionalInterface
    public interface Finder<V> {

        /**
         * Takes note of a pattern.
         *
         * @param from its first character
         * @param to the one behind its last
         */
        void found(int from, int to, V value);
    }

    /** Is asked what stands at a place where a pattern may begin. */
    @FunctionalInterface
    private interface Visitor<V> {

        /** The place to go on from. */
        int next(int at, List<Pattern<V>> candidates);
    }

    /** @param window how many characters a pattern has at least; the more, the faster is the search */
    public MultiPatternSearch(int window) {
        this.window = window;
        int power = 1;
        for (int index = 1; index < window; index++) {
            power *= FACTOR;
        }
        leaving = power;
    }

    /** Adds a pattern that is found as a whole, unless it is known for this value already. */
    public void add(String text, V value) {
        add(text, text.length(), value);
    }

    /**
     * Adds a pattern, unless it is known for this value already.
     *
     * @param shortest how many of its first characters are enough to be found
     * @throws IllegalArgumentException when that is less than the window
     */
    public void add(String text, int shortest, V value) {
        if (shortest < window) {
            throw new IllegalArgumentException("a pattern has at least " + window + " characters");
        }
        int hash = hash(text.toCharArray(), 0);
        var beginning = byBeginning.computeIfAbsent(hash, first -> new ArrayList<>(1));
        if (beginning.isEmpty()) {
            mark(hash);
        }
        int place = 0;
        for (int index = 0; index < beginning.size(); index++) {
            var known = beginning.get(index);
            if (known.text().equals(text)
                    && known.shortest() <= shortest
                    && known.value().equals(value)) {
                return;
            }
            // The longer before the shorter, a whole before its pieces.
            int length = known.text().length();
            if (length > text.length() || (length == text.length() && known.shortest() >= shortest)) {
                place = index + 1;
            }
        }
        beginning.add(place, new Pattern<>(text, shortest, value));
    }

    /** Whether there is nothing to be found. */
    public boolean isEmpty() {
        return byBeginning.isEmpty();
    }

    /** Tells of every pattern at every place of a text. */
    public void findAll(String text, Finder<V> finder) {
        visit(text, (at, candidates) -> {
            for (var pattern : candidates) {
                int length = pattern.lengthAt(text, at);
                if (length > 0) {
                    finder.found(at, at + length, pattern.value());
                }
            }
            return at + 1;
        });
    }

    /** Where patterns stand in a text, in order: the first, of those at the same place the longest, and none that overlaps it. */
    public List<Match<V>> findApart(String text) {
        var found = new ArrayList<Match<V>>();
        visit(text, (at, candidates) -> {
            for (var pattern : candidates) {
                int length = pattern.lengthAt(text, at);
                if (length > 0) {
                    found.add(new Match<>(at, at + length, pattern.value()));
                    return at + length;
                }
            }
            return at + 1;
        });
        return found;
    }

    private void visit(String text, Visitor<V> visitor) {
        // An array is several times faster to go through than a text.
        char[] characters = text.toCharArray();
        int last = characters.length - window;
        int hash = last < 0 ? 0 : hash(characters, 0);
        for (int at = 0; at <= last; ) {
            int next = at + 1;
            int bit = bit(hash);
            if ((filter[bit >>> 6] & 1L << bit) != 0) {
                next = visitor.next(at, byBeginning.getOrDefault(hash, List.of()));
            }
            if (next <= last) {
                hash = next == at + 1
                        ? (hash - characters[at] * leaving) * FACTOR + characters[at + window]
                        : hash(characters, next);
            }
            at = next;
        }
    }

    private int hash(char[] characters, int from) {
        int hash = 0;
        for (int index = from; index < from + window; index++) {
            hash = hash * FACTOR + characters[index];
        }
        return hash;
    }

    private int bit(int hash) {
        return (hash * 0x9E3779B1) >>> (Integer.SIZE - bits);
    }

    private void mark(int hash) {
        if (byBeginning.size() * ROOM > 1 << bits && bits < MOST_BITS) {
            bits += 2;
            filter = new long[1 << (bits - 6)];
            byBeginning.keySet().forEach(this::set);
        }
        set(hash);
    }

    private void set(int hash) {
        filter[bit(hash) >>> 6] |= 1L << bit(hash);
    }
}
