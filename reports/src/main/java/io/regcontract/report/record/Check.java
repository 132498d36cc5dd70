package io.regcontract.report.record;

import java.util.List;
import java.util.Optional;

/**
 * One promise, examined.
 *
 * @param id such as {@code body.code}; that of a check of the twin starts with {@code twin.}
 * @param expected what was promised; empty when the record does not say
 * @param actual what was seen; empty when the record does not say; comes from the service, so never to be trusted
 * @param reason why the check does not apply, or more about it; may be empty
 * @param relaxedBy accepted errata and readings under which the failing check counts as holding
 * @param proposal where something came that the contract does not know: how it would read there
 */
public record Check(
        String id,
        Weight weight,
        Result result,
        String expected,
        String actual,
        String reason,
        List<String> relaxedBy,
        Optional<SchemaProposal> proposal) {

    public Check {
        relaxedBy = List.copyOf(relaxedBy);
    }

    /** A check that saw nothing but what the contract knows. */
    public Check(
            String id,
            Weight weight,
            Result result,
            String expected,
            String actual,
            String reason,
            List<String> relaxedBy) {
        this(id, weight, result, expected, actual, reason, relaxedBy, Optional.empty());
    }

    /** How much hangs on a check: only {@code MUST} decides. */
    public enum Weight {
        MUST,
        SHOULD,
        NOTE
    }

    /** What came of it. */
    public enum Result {
        HOLDS,
        FAILS,
        NOT_APPLICABLE
    }

    /** Whether it decides. */
    public boolean must() {
        return weight == Weight.MUST;
    }

    /** Fails, and no accepted erratum or reading excuses it. */
    public boolean failsOutright() {
        return result == Result.FAILS && relaxedBy.isEmpty();
    }

    /** Fails, and counts as holding all the same. */
    public boolean holdsByErratum() {
        return result == Result.FAILS && !relaxedBy.isEmpty();
    }
}
