package io.regcontract.suite.transport;

/**
 * No answer came, or something in front of the service answered in its place. Says nothing about the contract.
 */
public class TransportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Something else answered. */
    public TransportException(String message) {
        super(message);
    }

    /** No answer came, because of a failure below. */
    public TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
