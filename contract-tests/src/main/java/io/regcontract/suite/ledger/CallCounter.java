package io.regcontract.suite.ledger;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallInterceptor;
import java.util.concurrent.atomic.AtomicLong;

/** Counts calls, and the things they make that somebody would have to remove. */
public final class CallCounter implements CallInterceptor {

    private final ResourceDetector makings;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong things = new AtomicLong();

    /** @param prefix what the name of everything that is made begins with */
    public CallCounter(String prefix) {
        this.makings = new ResourceDetector(prefix);
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        calls.incrementAndGet();
        things.addAndGet(makings.createdBy(call).size());
        return CallInterceptor.CallScope.NO_OP;
    }

    public long calls() {
        return calls.get();
    }

    public long things() {
        return things.get();
    }
}
