package io.regcontract.suite.transport;

/** A call was blocked before it was sent. The message says why; the exception says nothing about the contract. */
public final class CallBlockedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why a call was blocked. */
    public enum Reason {
        /** The environment may only be read. */
        READ_ONLY,
        /** It would change something that the run did not make. */
        NOT_OURS,
        /** The replacement does not implement the operation. */
        OUT_OF_SCOPE,
        /** What the run may take is used up. */
        BUDGET
    }

    /**
     * A call was blocked.
     *
     * @param message for a person
     */
    public CallBlockedException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why the call was blocked. */
    public Reason reason() {
        return reason;
    }
}
