package io.regcontract.suite.plan;

/** The settings of a run cannot be used; the message is for the person who chose them. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for the person who asked */
    public InvalidSettingsException(String message) {
        super(message);
    }
}
