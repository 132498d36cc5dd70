package io.regcontract.simulator.store;

/** The storage did not do what it is there for. */
public class StorageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A failure, described by a sentence without a full stop. */
    public StorageException(String message) {
        super(message);
    }
}
