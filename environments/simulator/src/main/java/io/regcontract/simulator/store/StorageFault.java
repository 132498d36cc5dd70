package io.regcontract.simulator.store;

/** The storage did not do what it is there for. */
public class StorageFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StorageFault(String message) {
        super(message);
    }
}
