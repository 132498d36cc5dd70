package io.regcontract.contract;

import java.util.List;

/** What belongs to a dialect beyond the letter of the documentation, whoever judges. */
public final class DialectDeviations {

    private static final List<String> OF_THE_OBSERVED =
            List.of("E-01", "E-02", "E-10", "R-bad-value", "R-password-value", "R-taken-address");

    private DialectDeviations() {}

    /**
     * Ids of the errata and readings that are accepted of every service that speaks a dialect.
     *
     * @param dialect {@code documented}, {@code observed}; of any other word, nothing is accepted
     */
    public static List<String> of(String dialect) {
        return dialect.equals("observed") ? OF_THE_OBSERVED : List.of();
    }
}
