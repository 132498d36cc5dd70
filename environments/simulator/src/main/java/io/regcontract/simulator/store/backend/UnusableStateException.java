package io.regcontract.simulator.store.backend;

/**
 * State that cannot be used: a file, or a place in a database. The message is a sentence without its full stop, for
 * the person who named it.
 */
public final class UnusableStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence what cannot be used, why, and what to do; without the full stop */
    public UnusableStateException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** @param sentence what cannot be used, why, and what to do; without the full stop */
    public UnusableStateException(String sentence) {
        super(sentence);
    }
}
