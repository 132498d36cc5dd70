package io.regcontract.simulator.operation;

import java.util.function.Supplier;

/** One operation of the API: what it asks for, and what it does once everything it asks for is there. */
public interface Operation {

    /** What stands before the operation. */
    OperationDeclaration declaration();

    /**
     * Does what was asked.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException when the state of the world forbids it
     */
    OperationResult perform(OperationCall call);

    /**
     * Does what needs a world that no one else is changing, and leaves the rest, which must be a matter of what was seen.
     * Usually nothing is left.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException when the state of the world forbids it
     */
    default Supplier<OperationResult> begin(OperationCall call) {
        var answer = perform(call);
        return () -> answer;
    }
}
