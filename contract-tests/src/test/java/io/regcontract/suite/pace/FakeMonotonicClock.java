package io.regcontract.suite.pace;

/** Time that passes only while somebody waits for it. */
final class FakeMonotonicClock implements MonotonicClock {

    private long now = 1_000_000_000L;

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized void sleep(long nanos) {
        now += nanos;
    }

    synchronized double seconds() {
        return (now - 1_000_000_000L) / 1e9;
    }
}
