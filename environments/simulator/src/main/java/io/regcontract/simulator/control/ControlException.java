package io.regcontract.simulator.control;

/** The state cannot be changed as was asked, or the control plane cannot be reached; the message says why. */
public final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of HTTP, as the control plane answered */
    public ControlException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** @param cause why the control plane cannot be reached, or understood */
    public ControlException(String message, Throwable cause) {
        super(message, cause);
        this.status = 0;
    }

    /** Whether the simulator answered and refused; else it cannot be reached, or is none. */
    public boolean isRefusal() {
        return status != 0;
    }

    /** Whether what was named is not there, or not any more. */
    public boolean isNotFound() {
        return status == 404;
    }
}
