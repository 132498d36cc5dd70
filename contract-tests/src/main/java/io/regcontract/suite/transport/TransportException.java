package io.regcontract.suite.transport;

/** No answer came, or something between us and the service answered in its place: says nothing about the contract. */
public class TransportException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TransportException(String message) {
        super(message);
    }

    public TransportException(String message, Throwable cause) {
        super(message, cause);
    }
}
