package io.regcontract.simulator.store.indexed;

/**
 * A range of keys, in the order of their characters. Keys consist of printable ASCII characters.
 *
 * @param from the first key that belongs to it
 * @param before the first key that does not; nothing belongs to the range unless it is greater than {@code from}
 */
public record KeyRange(String from, String before) {

    private static final String BEYOND_ALL = "\u007f";

    /** Every key. */
    public static final KeyRange ALL = new KeyRange("", BEYOND_ALL);

    /** The keys that begin with a text. */
    public static KeyRange startingWith(String prefix) {
        return new KeyRange(prefix, prefix + BEYOND_ALL);
    }

    /** The keys that belong to both ranges. */
    public KeyRange and(KeyRange other) {
        return new KeyRange(
                from.compareTo(other.from) >= 0 ? from : other.from,
                before.compareTo(other.before) <= 0 ? before : other.before);
    }

    /** Whether no key can belong to it. */
    public boolean isEmpty() {
        return from.compareTo(before) >= 0;
    }

    /** Whether a key belongs to it. */
    public boolean contains(String key) {
        return from.compareTo(key) <= 0 && key.compareTo(before) < 0;
    }
}
