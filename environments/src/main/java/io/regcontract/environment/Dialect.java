package io.regcontract.environment;

import java.util.Locale;

/** How a service speaks. */
public enum Dialect {
    /** To the letter of the documentation. */
    DOCUMENTED,
    /** As the real service was recorded. */
    OBSERVED;

    /** The word for it in profiles and records: {@code documented} or {@code observed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
