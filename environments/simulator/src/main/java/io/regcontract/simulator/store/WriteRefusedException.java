package io.regcontract.simulator.store;

/** The storage is up but takes no writes at the moment. */
public final class WriteRefusedException extends StorageException {

    private static final long serialVersionUID = 1L;

    WriteRefusedException() {
        super("the storage refused to write");
    }
}
