package io.regcontract.simulator.operation;

import java.util.function.Function;
import java.util.function.Supplier;

/** One operation of the API: what it asks for, and what it does once everything it asks for is there. */
public interface Operation {

    /** What stands before the operation. */
    OperationDeclaration declaration();

    /**
     * Performs the operation.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException when the state of the application forbids it
     */
    OperationResult perform(OperationCall call);

    /**
     * Performs the part that needs the application's lock, and returns the rest, which must only use what was read
     * so far. By default nothing is left.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException when the state of the application forbids it
     */
    default Supplier<OperationResult> begin(OperationCall call) {
        var answer = perform(call);
        return () -> answer;
    }

    /** An operation that takes one step. */
    static Operation of(OperationDeclaration.Builder declaration, Function<OperationCall, OperationResult> step) {
        return new DeclaredOperation(declaration) {
            @Override
            public OperationResult perform(OperationCall call) {
                return step.apply(call);
            }
        };
    }
}
