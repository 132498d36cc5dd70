package io.regcontract.drill.judge;

import java.util.Locale;
import java.util.OptionalLong;

/**
 * Something that the application told, beside what is known.
 *
 * @param phase in which it told it; {@code all} for what was told of the whole
 * @param known the count that is known; empty when none is
 * @param sentence what was compared
 */
public record ToldResult(
        String phase, String what, long told, OptionalLong known, Agreement agreement, String sentence) {

    /** What the comparison says. */
    public enum Agreement {
        AGREES,
        DIFFERS,
        /** It differs, and the application said of itself that it failed. */
        FAILED_OPENLY,
        NOT_JUDGED;

        /** As people and files have it. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }
}
