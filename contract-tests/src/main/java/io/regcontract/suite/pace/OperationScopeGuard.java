package io.regcontract.suite.pace;

import io.regcontract.contract.model.OperationScope;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.CallBlockedException.Reason;
import io.regcontract.suite.transport.CallInterceptor;

/**
 * Lets no call of an operation pass that a replacement does not implement. Its answer would say nothing: a set-up that
 * needs one cannot be made there.
 */
public final class OperationScopeGuard implements CallInterceptor {

    private final OperationScope operations;

    /** @param operations what the replacement implements */
    public OperationScopeGuard(OperationScope operations) {
        this.operations = operations;
    }

    @Override
    public CallScope beforeCall(Call call, Exchange.Role role) {
        if (!operations.holds(call.operation())) {
            throw new CallBlockedException(
                    Reason.OUT_OF_SCOPE,
                    "it takes " + call.operation()
                            + ", which the replacement does not implement (operations in its profile)");
        }
        return CallScope.NO_OP;
    }
}
