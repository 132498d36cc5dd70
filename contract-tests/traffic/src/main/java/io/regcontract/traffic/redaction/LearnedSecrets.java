package io.regcontract.traffic.redaction;

import io.regcontract.suite.redaction.Redactor;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The secrets of all traffic so far. The first few thousand are known by their values, and found in every form; of the
 * rest only a number of 64 bits is kept, by which they are found where they stand as a word. Memory stays bounded by
 * that: some 23 bytes a secret. Not thread-safe.
 */
public final class LearnedSecrets {

    private static final int MOST_BY_VALUE = 4_096;
    private static final int SHORTEST = 6;
    private static final int FIRST_ROOM = 1 << 10;
    private static final double FULLEST = 0.7;

    /** What secrets are written with, and what stands around them. */
    private static final Pattern WORD = Pattern.compile("[\\p{Alnum}_.~+/=:@!$%^&*-]{" + SHORTEST + ",}");

    private static final Pattern SMALL_WORD = Pattern.compile("[\\p{Alnum}_-]{" + SHORTEST + ",}");

    private final Redactor redactor = new Redactor();
    private long[] table = new long[FIRST_ROOM];
    private int size;

    /** Learns secrets. */
    public void learn(List<FoundSecret> secrets) {
        for (var secret : secrets) {
            if (add(hash(secret.value())) && size <= MOST_BY_VALUE) {
                if (secret.kind().equals("CLIENT_SECRET") || secret.kind().equals("NEW_SECRET")) {
                    redactor.registerClientSecret(secret.kind() + "_" + size, secret.value());
                } else {
                    redactor.register(secret.kind() + "_" + size, secret.value());
                }
            }
        }
    }

    /** What knows the secrets by their values: it may be taught more of them. */
    public Redactor redactor() {
        return redactor;
    }

    /** The text without any secret that is known. */
    public String redact(String text) {
        var redacted = redactor.redact(text);
        return size <= MOST_BY_VALUE ? redacted : withoutWords(SMALL_WORD, withoutWords(WORD, redacted));
    }

    private String withoutWords(Pattern words, String text) {
        return words.matcher(text).replaceAll(found -> isKnown(found.group()) ? "\\${SECRET}" : "$0");
    }

    private boolean isKnown(String word) {
        return table[slot(table, hash(word))] != 0;
    }

    private boolean add(long key) {
        int at = slot(table, key);
        if (table[at] != 0) {
            return false;
        }
        table[at] = key;
        size++;
        if (size >= table.length * FULLEST) {
            var larger = new long[table.length * 2];
            for (long known : table) {
                if (known != 0) {
                    larger[slot(larger, known)] = known;
                }
            }
            table = larger;
        }
        return true;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        int at = (int) (key >>> Integer.SIZE) & mask;
        while (table[at] != 0 && table[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** Two texts that share a number cost a word of a report, and no secret. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
