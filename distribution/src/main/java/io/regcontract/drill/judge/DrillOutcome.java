package io.regcontract.drill.judge;

import java.util.Locale;

/** What the process returns. */
public enum DrillOutcome {
    /** All that is demanded was met, and nothing forbidden was seen. */
    PASS(0),
    /** A required code was not met, or something forbidden was seen. */
    FAILED(1),
    /** Nothing of it can be known, since nothing was called. */
    NOTHING_CALLED(4);

    private final int exitCode;

    DrillOutcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The exit code of the process. */
    public int exitCode() {
        return exitCode;
    }

    /** As files have it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
