package io.regcontract.simulator.operation;

import java.util.function.Supplier;

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

    /**
     * Does what needs a world that no one else is changing, and leaves the rest, which must be a matter of what was seen.
     * Usually nothing is left.
     *
     * @throws io.regcontract.simulator.error.Refusal when the state of the world forbids it
     */
    default Supplier<Answer> begin(Call call) {
        var answer = perform(call);
        return () -> answer;
    }
}
