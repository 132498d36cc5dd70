package io.regcontract.simulator.operation;

/** One operation of the API: what it asks for, and what it does once everything it asks for is there. */
public interface Operation {

    /** What stands before the operation. */
    Declaration declaration();

    /**
     * Does what was asked.
     *
     * @throws io.regcontract.simulator.error.Refusal when the state of the world forbids it
     */
    Answer perform(Call call);
}
