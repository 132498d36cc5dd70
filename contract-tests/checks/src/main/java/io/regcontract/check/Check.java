package io.regcontract.check;

/** One promise about an error answer. Stateless; {@link #examine} is a pure function. */
public interface Check {

    /** Dotted id. It never changes, since waivers and reports name it. */
    String id();

    /** How much a failure counts. */
    default Weight weight() {
        return Weight.MUST;
    }

    /** Where the promise is made. */
    String source();

    /** What of an answer it is about. */
    default Scope scope() {
        return Scope.ERROR;
    }

    /** Holds the promise against an answer. */
    Finding examine(CheckInput input);

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
