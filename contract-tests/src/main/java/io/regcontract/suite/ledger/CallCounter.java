package io.regcontract.suite.ledger;

import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallInterceptor;
import java.util.concurrent.atomic.AtomicLong;

/** Counts calls and the resources that they would leave behind. */
public final class CallCounter implements CallInterceptor {

    private final ResourceDetector detector;
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong resources = new AtomicLong();

    /** @param prefix what the name of everything that is made begins with */
    public CallCounter(String prefix) {
        this.detector = new ResourceDetector(prefix);
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        calls.incrementAndGet();
        resources.addAndGet(detector.createdBy(call).size());
        return CallInterceptor.CallScope.NO_OP;
    }

    /** How many calls were made. */
    public long calls() {
        return calls.get();
    }

    /** How many resources the calls would create. */
    public long resources() {
        return resources.get();
    }
}
