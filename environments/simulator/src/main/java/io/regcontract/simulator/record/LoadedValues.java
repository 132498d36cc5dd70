package io.regcontract.simulator.record;

import java.util.concurrent.ThreadLocalRandom;

/**
 * Remembers which of very many texts have been there, by 128 bits of each. That two texts are taken for one is less
 * likely than that memory errs, and nobody can look for such a pair: each set mixes in its own way.
 */
final class LoadedValues {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final long oneSeed = ThreadLocalRandom.current().nextLong();
    private final long otherSeed = ThreadLocalRandom.current().nextLong();
    /** Two numbers of each text, at a place that follows from them; two zeros where there is none. */
    private long[] places = new long[2 * 1024];

    private int size;

    /** Adds a text; false when it has been there. */
    boolean add(String text) {
        long one = mixed(text, oneSeed);
        long other = mixed(text, otherSeed) | 1;
        if (size > places.length / 2 * 6L / 10) {
            grow();
        }
        int place = place(places, one, other);
        if (places[place + 1] != 0) {
            return false;
        }
        places[place] = one;
        places[place + 1] = other;
        size++;
        return true;
    }

    /** Whether a text has been there. */
    boolean contains(String text) {
        return places[place(places, mixed(text, oneSeed), mixed(text, otherSeed) | 1) + 1] != 0;
    }

    private void grow() {
        var larger = new long[places.length * 2];
        for (int place = 0; place < places.length; place += 2) {
            if (places[place + 1] != 0) {
                int target = place(larger, places[place], places[place + 1]);
                larger[target] = places[place];
                larger[target + 1] = places[place + 1];
            }
        }
        places = larger;
    }

    /** Where the two numbers are, or where they belong. */
    private static int place(long[] places, long one, long other) {
        int mask = places.length / 2 - 1;
        int slot = (int) one & mask;
        while (places[2 * slot + 1] != 0 && (places[2 * slot] != one || places[2 * slot + 1] != other)) {
            slot = (slot + 1) & mask;
        }
        return 2 * slot;
    }

    private static long mixed(String text, long seed) {
        long hash = seed;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        hash = (hash ^ text.length()) * MULTIPLIER;
        return hash ^ (hash >>> 32);
    }
}
