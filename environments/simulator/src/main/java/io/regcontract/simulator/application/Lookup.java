package io.regcontract.simulator.application;

/** Ways by which a call finds the application that it names. */
public enum Lookup {
    /** By its id, in a header or parameter. */
    ID,
    /** By the host that it lives on. */
    HOST
}
