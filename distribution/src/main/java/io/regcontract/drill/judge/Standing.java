package io.regcontract.drill.judge;

import java.util.Locale;

/** What became of an error that could come. */
public enum Standing {
    /** It was met, and not because of the caller alone. */
    MET,
    /** It was met, and the same call came again and again at once. */
    ANSWERED_BY_A_STORM,
    /** It was met, and each time the caller itself was the cause. */
    CAUSED_BY_THE_CALLER,
    /** It did not come. */
    NEVER_MET;

    /** As people and files have it. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
