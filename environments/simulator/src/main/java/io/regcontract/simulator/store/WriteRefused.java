package io.regcontract.simulator.store;

/** The storage is up but takes no writes at the moment. */
public final class WriteRefused extends StorageFault {

    private static final long serialVersionUID = 1L;

    WriteRefused() {
        super("the storage refused to write");
    }
}
