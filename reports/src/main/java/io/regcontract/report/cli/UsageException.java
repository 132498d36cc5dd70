package io.regcontract.report.cli;

/** The gate was called in a way it cannot serve; the message says what to do. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
