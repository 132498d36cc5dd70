package io.regcontract.traffic.proxy.message;

/** A message that is not passed on, since two readers could take it for different messages. */
public final class BadMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;

    /**
     * A refusal.
     *
     * @param status of the answer that a client gets for it
     * @param message a sentence
     */
    public BadMessageException(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    public int status() {
        return status;
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }
}
