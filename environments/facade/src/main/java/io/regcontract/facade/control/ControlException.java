package io.regcontract.facade.control;

/** A control call that cannot be carried out, with the HTTP status that says so. */
final class ControlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;

    ControlException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    static ControlException notOffered() {
        return new ControlException(404, "This control plane has no such call.");
    }

    int status() {
        return status;
    }
}
