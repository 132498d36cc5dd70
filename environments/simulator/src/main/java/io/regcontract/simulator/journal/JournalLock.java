package io.regcontract.simulator.journal;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The lock over all journals. */
final class JournalLock {

    private final ReentrantLock lock = new ReentrantLock();

    /** Reads or changes journals while no one else does. */
    <T> T lockedGet(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Changes journals while no one else does. */
    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Changes journals unless someone else does. */
    void lockedIfFree(Runnable work) {
        if (lock.tryLock()) {
            try {
                work.run();
            } finally {
                lock.unlock();
            }
        }
    }
}
