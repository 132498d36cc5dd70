package io.regcontract.simulator.store.backend;

/**
 * State that is there but cannot be reached at the moment, such as a database that restarts. It may be tried again. The
 * message is a sentence without its full stop that does not name the place.
 */
public final class UnreachableStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why what keeps it from being reached, without the full stop */
    public UnreachableStateException(String why, Throwable cause) {
        super(why, cause);
    }
}
