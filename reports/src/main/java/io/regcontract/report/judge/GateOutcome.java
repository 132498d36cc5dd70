package io.regcontract.report.judge;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What the gate says of a run. */
public enum GateOutcome {
    PASS(0),
    CONTRACT(1),
    USAGE(2),
    INCONCLUSIVE(3),
    INCOMPLETE(4),
    /** A secret was found in what the run has left, or something it made was left behind in the environment. */
    LEAK(5);

    /**
     * Which one is said when several hold. A wrong call makes all else moot; a contradiction stands however much is
     * missing beside it; and what is missing must be fetched before what is sick can be told.
     */
    static final Comparator<GateOutcome> WORST_FIRST =
            Comparator.comparingInt(List.of(USAGE, LEAK, CONTRACT, INCOMPLETE, INCONCLUSIVE, PASS)::indexOf);

    private final int exitCode;

    GateOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the process returns. */
    public int exitCode() {
        return exitCode;
    }

    /** The word for it in {@code verdict.json}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
