package io.regcontract.simulator.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A service that is far away: what is asked is done at once, and every answer comes so much later. Each caller waits in
 * the thread that serves its connection, so that however many wait, none waits for another.
 */
public final class DelayedEndpoint implements Endpoint {

    private final Endpoint endpoint;
    private final long nanos;

    private DelayedEndpoint(Endpoint endpoint, Duration latency) {
        this.endpoint = endpoint;
        this.nanos = latency.toNanos();
    }

    /** The endpoint from this far away; the very same one when it is no distance at all. */
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
