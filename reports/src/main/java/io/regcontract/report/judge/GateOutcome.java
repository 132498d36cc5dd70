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
     * Precedence when several apply. A usage error comes first, since nothing was judged, then a leak. A contradiction
     * stands whatever else is missing. Missing parts come before an inconclusive environment, because only a complete
     * run can tell.
     */
    public static final Comparator<GateOutcome> WORST_FIRST =
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
