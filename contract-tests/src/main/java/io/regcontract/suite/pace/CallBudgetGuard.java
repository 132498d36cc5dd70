package io.regcontract.suite.pace;

import io.regcontract.environment.Budgets;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.CallBlockedException.Reason;
import io.regcontract.suite.transport.CallInterceptor;
import java.util.concurrent.atomic.AtomicLong;

/** Blocks calls beyond the run's budget. Calls that clean up bypass it. */
public final class CallBudgetGuard implements CallInterceptor {

    private final long allowed;
    private final AtomicLong callsMade = new AtomicLong();

    /** @param shards how many processes share the budget */
    public CallBudgetGuard(Budgets budgets, int shards) {
        this.allowed = budgets.calls().orElse(Long.MAX_VALUE) / shards;
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        if (callsMade.incrementAndGet() > allowed) {
            callsMade.decrementAndGet();
            throw new CallBlockedException(
                    Reason.BUDGET,
                    "the run has made the " + allowed + " calls that budgets.calls allows it, and makes no more");
        }
        return CallInterceptor.CallScope.NO_OP;
    }

    /** Calls made so far. */
    public long callsMade() {
        return callsMade.get();
    }
}
