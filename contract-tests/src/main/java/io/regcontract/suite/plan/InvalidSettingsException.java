package io.regcontract.suite.plan;

/** What was asked for cannot be done; the message is for the person who asked. */
public final class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message what is wrong and what to do, for the person who asked */
    public InvalidSettingsException(String message) {
        super(message);
    }
}
