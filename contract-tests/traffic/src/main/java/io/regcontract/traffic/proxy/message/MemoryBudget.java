package io.regcontract.traffic.proxy.message;

import java.util.concurrent.atomic.AtomicLong;

/** How much the copies of all bodies may take. Thread-safe. */
public final class MemoryBudget {

    private final AtomicLong left;

    /** @param bytes in all */
    public MemoryBudget(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** Takes a part, or nothing where there is less. */
    public boolean reserve(int bytes) {
        if (left.addAndGet(-bytes) >= 0) {
            return true;
        }
        left.addAndGet(bytes);
        return false;
    }

    public void release(int bytes) {
        left.addAndGet(bytes);
    }
}
