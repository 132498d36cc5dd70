package io.regcontract.contract.model;

/**
 * Something that is promised of every error answer.
 *
 * @param id of the check that examines it, for life
 * @param applies to which answers
 */
public record Promise(String id, Weight weight, Applies applies) {

    /** How much a failure counts. */
    public enum Weight {
        /** It contradicts the contract. */
        MUST,
        /** It is worth a warning. */
        SHOULD,
        /** It is worth knowing. */
        NOTE
    }

    /** Where its check applies for certain. */
    public enum Applies {
        /** To every error. */
        ALWAYS,
        /** Unless the error is one among the results of a success. */
        TO_AN_ANSWER,
        /** Unless several conditions hold at the same time. */
        TO_ONE_CONDITION,
        /** Where several conditions hold at the same time. */
        TO_SEVERAL_CONDITIONS,
        /** Where the error is one among the results of a success. */
        TO_AN_ELEMENT,
        /** As the case may be: nobody can tell from outside. */
        SOMETIMES
    }

    /** Whether a failure contradicts the contract. */
    public boolean must() {
        return weight == Weight.MUST;
    }

    /**
     * Whether the check has to say something.
     *
     * @param element whether the error is one among the results of a success
     * @param several whether several conditions hold at the same time
     */
    public boolean appliesTo(boolean element, boolean several) {
        return switch (applies) {
            case ALWAYS -> true;
            case TO_AN_ANSWER -> !element;
            case TO_ONE_CONDITION -> !several;
            case TO_SEVERAL_CONDITIONS -> several;
            case TO_AN_ELEMENT -> element;
            case SOMETIMES -> false;
        };
    }
}
