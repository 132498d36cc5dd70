package io.regcontract.suite.twin;

/** An export cannot go on. The message is for a person and holds nothing of what was read. */
final class ExportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final boolean isAnError;

    private ExportException(int exitCode, String message, boolean isAnError) {
        super(message);
        this.exitCode = exitCode;
        this.isAnError = isAnError;
    }

    /** It may not, or cannot, be done as it was asked. */
    static ExportException refused(String message) {
        return new ExportException(TwinCommand.REFUSED, message, false);
    }

    /** The service did not answer as it must; what was read stays, and a later export goes on. */
    static ExportException interrupted(String message) {
        return new ExportException(TwinCommand.INCONCLUSIVE, message, false);
    }

    /** The same, where it is an error of the service that no later call would make good. */
    ExportException asAnError() {
        return new ExportException(exitCode, String.valueOf(getMessage()), true);
    }

    /** Whether the service answered with an error that stays. */
    boolean isAnError() {
        return isAnError;
    }

    int exitCode() {
        return exitCode;
    }
}
