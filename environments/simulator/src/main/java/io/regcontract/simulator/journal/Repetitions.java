package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.JournalCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Finds calls that only repeat the one before them: the same call, ended the same way, within 100 milliseconds, for the
 * sixth time or more. These are counted with the fifth, so that a loop that goes mad does not push out everything else.
 */
final class Repetitions {

    /** How many of the same calls are kept one by one. */
    static final int KEPT = 5;

    private static final long GAP_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    /** How many different calls that go on at one time are told apart. */
    private static final int MOST = 64;

    private final Map<Key, Run> runs = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Run> eldest) {
            return size() > MOST;
        }
    };

    /** All that must be equal in two calls that are the same. */
    private record Key(
            String operation,
            Optional<String> clientId,
            Object failure,
            Object fault,
            Object drills,
            Object ids,
            Object bounds,
            Object page,
            long fingerprint) {

        /** Calls with the same fingerprint are nearly always the same. */
        @Override
        public int hashCode() {
            return 31 * Long.hashCode(fingerprint) + operation.hashCode();
        }

        static Key of(JournalCall call) {
            return new Key(
                    call.operation(),
                    call.clientId(),
                    call.code(),
                    call.fault(),
                    call.drills(),
                    call.ids(),
                    call.bounds(),
                    call.page(),
                    call.fingerprint());
        }
    }

    private static final class Run {
        private final long firstEnded;
        private long lastEnded;
        private int count = 1;
        private long sequence;

        Run(JournalCall first) {
            firstEnded = first.endedNanos();
            continued(first);
        }

        void continued(JournalCall call) {
            lastEnded = Math.max(call.endedNanos(), lastEnded);
            sequence = call.sequence();
        }
    }

    /**
     * Looks at the next call.
     *
     * @return the number of the call that it repeats; empty when it is to be kept by itself
     */
    Optional<Long> repeatedBy(JournalCall call) {
        var key = Key.of(call);
        var run = runs.get(key);
        // Calls that were under way before the first one was answered repeat nothing.
        if (run == null || call.begunNanos() - run.firstEnded < 0 || call.begunNanos() - run.lastEnded > GAP_NANOS) {
            runs.put(key, new Run(call));
            return Optional.empty();
        }
        run.count++;
        if (run.count <= KEPT) {
            run.continued(call);
            return Optional.empty();
        }
        run.lastEnded = Math.max(call.endedNanos(), run.lastEnded);
        return Optional.of(run.sequence);
    }

    /** Forgets what came before. */
    void clear() {
        runs.clear();
    }
}
