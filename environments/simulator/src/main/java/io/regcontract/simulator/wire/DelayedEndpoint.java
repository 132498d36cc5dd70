package io.regcontract.simulator.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Simulates network latency: the request is executed at once and the answer is delayed. Each caller waits in its own
 * connection thread, so callers do not delay each other.
 */
public final class DelayedEndpoint implements Endpoint {

    private final Endpoint endpoint;
    private final long nanos;

    private DelayedEndpoint(Endpoint endpoint, Duration latency) {
        this.endpoint = endpoint;
        this.nanos = latency.toNanos();
    }

    /** The endpoint with a delay; the same endpoint when the delay is zero. */
    public static Endpoint of(Endpoint endpoint, Duration latency) {
        return latency.isZero() ? endpoint : new DelayedEndpoint(endpoint, latency);
    }

    @Override
    public WireAnswer answer(WireRequest request) {
        var answer = endpoint.answer(request);
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return answer;
    }
}
