package io.regcontract.contract.model;

/**
 * What a code found in an answer means. The table may grow finer: its multiples of 10 and 100 stand for codes to come (registration-error-codes, Error
 * codes), so an undocumented code may still have a documented parent.
 */
public sealed interface ResolvedCode {

    /** The code is documented. */
    record Documented(DocumentedError e) implements ResolvedCode {}

    /**
     * The code is not documented, a catch-all above it is.
     *
     * @param code the code that was asked for
     * @param parent the multiple of 10 below it, or the multiple of 100 when the table has no such multiple of 10
     */
    record CatchAll(int code, DocumentedError parent) implements ResolvedCode {}

    /** Neither the code nor a catch-all above it is documented. */
    record Unknown(int code) implements ResolvedCode {}
}
