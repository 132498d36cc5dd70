package io.regcontract.simulator;

/**
 * Whether what can be proven at two sizes is proven at the larger: with {@code -Pproof}, or {@code
 * -Dregcontract.full-length=true}.
 */
public final class FullLength {

    private static final boolean ASKED_FOR = Boolean.getBoolean("regcontract.full-length");

    private FullLength() {}

    /** The size for this build. */
    public static int orElse(int full, int smaller) {
        return ASKED_FOR ? full : smaller;
    }
}
