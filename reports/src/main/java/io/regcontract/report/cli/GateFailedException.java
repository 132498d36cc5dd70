package io.regcontract.report.cli;

/** The run does not pass. It carries no stack trace: the place in the gate says nothing about the run. */
public final class GateFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GateFailedException(String line) {
        super(line, null, false, false);
    }
}
