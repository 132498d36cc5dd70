package io.regcontract.suite.pace;

import java.util.concurrent.TimeUnit;

/** A clock that only measures, and the waiting that belongs to it. */
public interface MonotonicClock {

    /** The machine's own. */
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
