package io.regcontract.suite.observe;

/** The scenario is defective: its calls break the rules for twins. */
final class IllegalTwinException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    IllegalTwinException(String message) {
        super(message);
    }
}
