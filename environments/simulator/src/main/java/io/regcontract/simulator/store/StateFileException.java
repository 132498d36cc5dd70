package io.regcontract.simulator.store;

/** A state file that cannot be used. The message is a sentence without its full stop, for the person who named the file. */
public final class StateFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateFileException(String message, Throwable cause) {
        super(message, cause);
    }

    StateFileException(String message) {
        super(message);
    }
}
