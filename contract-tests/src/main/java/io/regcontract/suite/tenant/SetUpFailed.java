package io.regcontract.suite.tenant;

/** A scenario could not be set up: says nothing about the contract. */
public final class SetUpFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SetUpFailed(String message) {
        super(message);
    }
}
