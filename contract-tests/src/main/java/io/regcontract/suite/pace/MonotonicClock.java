package io.regcontract.suite.pace;

import java.util.concurrent.TimeUnit;

/** Measures and waits for durations, whatever happens to the time of day. */
public interface MonotonicClock {

    /** The clock of the JVM. */
    MonotonicClock SYSTEM = new MonotonicClock() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void sleep(long nanos) throws InterruptedException {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    };

    /** Nanoseconds since some moment. */
    long nanos();

    /** Waits for some nanoseconds. */
    void sleep(long nanos) throws InterruptedException;
}
