package io.regcontract.simulator.store;

import java.nio.file.Path;

/**
 * A state file that cannot be used. The message is a sentence without its full stop, for the person who named the
 * file.
 */
public final class StateFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StateFileException(String message, Throwable cause) {
        super(message, cause);
    }

    StateFileException(String message) {
        super(message);
    }

    static StateFileException damaged(Path file, Throwable cause) {
        return new StateFileException(
                "the state file " + file + " is damaged or no state of this program; move it away or give another file",
                cause);
    }
}
