package io.regcontract.report.cli;

/** The run does not pass. It carries no stack trace: where in the gate this was decided helps nobody. */
public final class GateFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GateFailedException(String line) {
        super(line, null, false, false);
    }
}
