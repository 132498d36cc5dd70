package io.regcontract.suite.state;

/** A scenario could not be set up: says nothing about the contract. */
public final class SetUpException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param message what could not be built and why */
    public SetUpException(String message) {
        super(message);
    }
}
