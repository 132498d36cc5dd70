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

    Finding examine(Subject subject);

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
