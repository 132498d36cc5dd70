package io.regcontract.simulator.store.backend;

/** State is not there any more as it was, and will not come back. The message is a sentence without its full stop. */
public final class LostStateException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param sentence where the state was and what became of it, without the full stop */
    public LostStateException(String sentence) {
        super(sentence);
    }
}
