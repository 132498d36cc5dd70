package io.regcontract.simulator.filter;

/** A filter that means nothing; the message says why. */
public class FilterSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A syntax error, described by a sentence without a full stop. */
    public FilterSyntaxException(String message) {
        super(message);
    }

    /** The filter uses an operator that the service once had. */
    public static final class OperatorRemoved extends FilterSyntaxException {

        private static final long serialVersionUID = 1L;

        OperatorRemoved(String operator) {
            super("the operator " + operator + " is no longer supported");
        }
    }
}
