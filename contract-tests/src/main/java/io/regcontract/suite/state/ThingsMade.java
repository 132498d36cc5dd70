package io.regcontract.suite.state;

/** Told of each thing before it is made over a control plane, so that it can be removed whatever happens then. */
public interface ThingsMade {

    /** Keeps no account: what a simulator has vanishes with it. */
    ThingsMade UNTOLD = (sort, name, within) -> id -> {};

    /** What is made. */
    enum What {
        CLIENT,
        ENTITY_TYPE,
        RECORD
    }

    /**
     * Before a thing is made. May refuse, by a budget.
     *
     * @param name how it is found: the description of a client, the name of a type, the address of an account
     * @param within the type of a record; empty otherwise
     */
    Pending aboutToMake(What sort, String name, String within);

    /** A thing that is being made. */
    @FunctionalInterface
    interface Pending {
        /** It is there, under this id. */
        void made(String id);
    }
}
