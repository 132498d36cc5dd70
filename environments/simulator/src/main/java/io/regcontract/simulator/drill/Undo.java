package io.regcontract.simulator.drill;

/** Takes one change of an application back. */
@FunctionalInterface
public interface Undo {

    /** Takes it back, as far as nobody else has changed the same since; the caller holds the application's lock. */
    void undo();
}
