package io.regcontract.simulator.control.journal;

import java.util.Locale;

/** What a reaction to an error comes to. */
public enum Verdict {
    /** The application loses data, or burdens the service, and tells nobody. */
    FAILS,
    /** The same calls can come from a careful application; a person should look. */
    WARNS,
    /** The calls say nothing about it. This is no success. */
    NOT_JUDGED;

    /** As JSON has it, such as {@code not-judged}. */
    public String publicName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
