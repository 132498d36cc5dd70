package io.regcontract.pair.compare;

import java.util.Locale;

/** How the two halves stand to each other, from what needs a look to what needs none. */
public enum PairState {
    /** Both answered, and differently in what the contract speaks of. */
    DIFFERS("differs"),
    /** Only the old one was observed. */
    ONLY_OLD("only old"),
    /** They differ as the profile of the new one declares. */
    DECLARED("differs as declared"),
    /** Only the new one was observed. */
    ONLY_NEW("only new"),
    /** Neither was observed, for reasons of their own. */
    NEITHER("neither"),
    /** Both answered alike. */
    SAME("same"),
    /** The new one does not implement the operation. */
    OUT_OF_SCOPE("out of scope");

    private final String words;

    PairState(String words) {
        this.words = words;
    }

    /** As reports say it. */
    public String words() {
        return words;
    }

    /** As files have it: {@code only-old}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
