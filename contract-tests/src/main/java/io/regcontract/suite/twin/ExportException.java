package io.regcontract.suite.twin;

/** An export cannot go on. The message is for a person and holds nothing of what was read. */
final class ExportException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    private ExportException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** It may not, or cannot, be done as it was asked. */
    static ExportException refused(String message) {
        return new ExportException(TwinCommand.REFUSED, message);
    }

    /** The service did not answer as it must; what was read stays, and a later export goes on. */
    static ExportException interrupted(String message) {
        return new ExportException(TwinCommand.INCONCLUSIVE, message);
    }

    int exitCode() {
        return exitCode;
    }
}
