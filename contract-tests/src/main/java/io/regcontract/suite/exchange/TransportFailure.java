package io.regcontract.suite.exchange;

/** No answer came, or something between us and the service answered in its place: says nothing about the contract. */
public class TransportFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TransportFailure(String message) {
        super(message);
    }

    public TransportFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
