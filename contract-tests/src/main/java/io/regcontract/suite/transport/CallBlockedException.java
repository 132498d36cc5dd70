package io.regcontract.suite.transport;

/** A call was kept from leaving, for the reason the message gives a person: says nothing about the contract. */
public final class CallBlockedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** What held it back. */
    public enum Reason {
        /** The environment may only be read. */
        READ_ONLY,
        /** It would change something that the run did not make. */
        NOT_OURS,
        /** What the run may take is used up. */
        BUDGET
    }

    public CallBlockedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
