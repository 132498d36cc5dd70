package io.regcontract.check;

/** One promise about an error answer. Stateless; {@link #examine} is a pure function. */
public interface Check {

    /** Stable id, dotted, for life: waivers and reports name it. */
    String id();

    /** How much it counts. */
    default Weight weight() {
        return Weight.MUST;
    }

    /** Where the promise is made. */
    String source();

    /** What of an answer it is about. */
    default Scope scope() {
        return Scope.ERROR;
    }

    Finding examine(CheckInput subject);

    /** What of an answer a check is about: it matters where an error is one among many results of a success. */
    enum Scope {
        /** The answer as it came. */
        ANSWER,
        /** What every answer that is an error holds around its error, and an error among results does not. */
        ENVELOPE,
        /** The error, wherever it stands. */
        ERROR
    }

    /** How much a failed check counts. */
    enum Weight {
        /** A failure contradicts the contract. */
        MUST,
        /** A failure is worth a warning. */
        SHOULD,
        /** A failure is worth knowing. */
        NOTE
    }
}
