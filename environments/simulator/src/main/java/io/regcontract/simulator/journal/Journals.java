package io.regcontract.simulator.journal;

import io.regcontract.simulator.control.journal.ActiveDrill;
import io.regcontract.simulator.control.journal.JournalContent;
import io.regcontract.simulator.control.journal.JournalMark;
import io.regcontract.simulator.store.Store;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * The journals of all applications. A call is handed over in next to no time; what may be kept of it is found out some
 * milliseconds later, or when someone asks for the journal.
 */
public final class Journals implements AutoCloseable {

    /** Bytes that the key of fingerprints has. */
    public static final int KEY_LENGTH = Fingerprints.KEY_LENGTH;

    /** How many calls of all applications are kept; the oldest of the application with the most calls make way. */
    static final int MOST_CALLS = 40_000;
    /** How long a call waits at most, as long as the machine is not overloaded. */
    private static final long WAIT_MILLIS = 50;
    /** Characters of a thread's calls that wait, at which it looks at all that wait: the work is cheaper in one go. */
    private static final long FEW_WAITING = 20_000;
    /** Characters of a thread's calls that wait, at which it waits until it may look at them. */
    private static final long MOST_WAITING = 1_000_000;

    private static final long KEEPING_MILLIS = 1_000;
    /** How long the work under way may take when the simulator ends. */
    private static final long END_SECONDS = 5;

    private static final long RESTART_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int WHOLE = Integer.MAX_VALUE;

    private final Clock clock;
    private final LongSupplier ticker;
    private final WaitingCalls waiting = new WaitingCalls();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor worker = new ScheduledThreadPoolExecutor(1, work -> {
        var thread = new Thread(work, "regcontract-simulator-journal");
        thread.setDaemon(true);
        return thread;
    });
    /** Guards all journals and the digest. */
    private final JournalLock lock = new JournalLock();

    private final Map<String, KeptJournal> journals = new LinkedHashMap<>();

    private final CallDigest digest;
    private final Optional<JournalKeeper> keeper;
    private final AtomicBoolean keeping = new AtomicBoolean();
    private int calls;

    /**
     * Empty journals.
     *
     * @param clock of the process
     * @param ticker nanoseconds on a clock that nothing moves
     * @param key secret bytes for fingerprints
     */
    public Journals(Clock clock, LongSupplier ticker, byte[] key) {
        this(clock, ticker, key, Optional.empty());
    }

    /**
     * The journals in a state file.
     *
     * @param clock of the process
     * @param ticker nanoseconds on a clock that nothing moves
     * @param key secret bytes for fingerprints, for a file that has none yet
     */
    public Journals(Clock clock, LongSupplier ticker, byte[] key, Store file) {
        this(clock, ticker, key, Optional.of(new JournalFile(file)));
    }

    private Journals(Clock clock, LongSupplier ticker, byte[] key, Optional<JournalFile> file) {
        this.clock = clock;
        this.digest =
                new CallDigest(new Fingerprints(file.map(kept -> kept.key(key)).orElse(key)));
        this.keeper = file.map(kept -> new JournalKeeper(kept, lock));
        keeper.ifPresent(kept -> kept.restore(journals));
        long newest = journals.values().stream()
                .mapToLong(KeptJournal::newestNanos)
                .max()
                .orElse(0);
        long now = ticker.getAsLong();
        // What happened before the restart was some time ago.
        this.ticker = newest == 0 ? ticker : () -> ticker.getAsLong() - now + newest + RESTART_NANOS;
        calls = journals.values().stream().mapToInt(KeptJournal::size).sum();
        worker.setKeepAliveTime(10, TimeUnit.SECONDS);
        worker.allowCoreThreadTimeOut(true);
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        worker.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Marks where the journals of a state file go on.
     *
     * @param isThere whether there is an application of that name; journals of others are forgotten
     */
    public void restarted(Predicate<String> isThere) {
        lock.locked(() -> {
            for (var name : List.copyOf(journals.keySet())) {
                if (isThere.test(name)) {
                    mark(name, JournalMark.Kind.RESTARTED, "restarted", Optional.empty());
                } else {
                    forget(name);
                }
            }
        });
    }

    /** Nanoseconds on the clock by which calls are timed. */
    public long nanos() {
        return ticker.getAsLong();
    }

    /** Adds a call that has been answered. */
    public void add(AnsweredCall call) {
        long characters = waiting.add(call);
        if (characters > MOST_WAITING) {
            lock.locked(this::digest);
        } else if (characters > FEW_WAITING) {
            lock.lockedIfFree(this::digest);
        }
        // Read first: what all threads write is dear.
        if (!scheduled.get() && !scheduled.getAndSet(true)) {
            var unused = worker.schedule(this::work, WAIT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Notes what happens to a drill. */
    public void mark(String application, JournalMark.Kind kind, ActiveDrill drill) {
        mark(application, kind, drill.name(), Optional.of(drill));
    }

    /** Writes a note. */
    public JournalMark note(String application, String name) {
        return mark(application, JournalMark.Kind.NOTE, name, Optional.empty());
    }

    /**
     * Notes that the control plane has changed an application.
     *
     * @param method of the call
     * @param what was changed, such as {@code clock}
     */
    public void changed(String application, String method, String what) {
        lock.locked(() -> {
            mark(application, JournalMark.Kind.WORLD, method + " " + what, Optional.empty());
            of(application).changed(what);
        });
    }

    /** Everything that is kept of an application. */
    public JournalContent read(String application) {
        return readAfter(application, 0, WHOLE);
    }

    /** What came after a call or mark, up to a number of calls and marks. */
    public JournalContent readAfter(String application, long sequence, int limit) {
        return lock.lockedGet(() -> {
            digest();
            return of(application).after(sequence, limit);
        });
    }

    /** Forgets everything about an application. */
    public void forget(String application) {
        lock.locked(() -> {
            digest();
            Optional.ofNullable(journals.remove(application)).ifPresent(gone -> forgotten(application, gone));
        });
    }

    /** Forgets everything. */
    public void clear() {
        lock.locked(() -> {
            digest();
            journals.forEach(this::forgotten);
            journals.clear();
        });
    }

    /** Ends the work, and keeps what is not in the state file yet. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            worker.awaitTermination(END_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
        lock.locked(this::digest);
        keeper.ifPresent(file -> file.keep(journals, true));
    }

    private void forgotten(String application, KeptJournal journal) {
        calls -= journal.size();
        keeper.ifPresent(file -> file.forgotten(application, journal));
        keepLater();
    }

    private JournalMark mark(String application, JournalMark.Kind kind, String name, Optional<ActiveDrill> drill) {
        return lock.lockedGet(() -> {
            digest();
            keepLater();
            return of(application).mark(clock.instant(), ticker.getAsLong(), kind, name, drill);
        });
    }

    private void work() {
        // Before the queue is looked at, so that a call that comes now is not left in it.
        scheduled.set(false);
        lock.locked(this::digest);
    }

    /** What is kept a second later may be lost when the process is killed. */
    private void keepLater() {
        if (keeper.isPresent() && !keeping.getAndSet(true)) {
            var unused = worker.schedule(this::keep, KEEPING_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void keep() {
        keeping.set(false);
        if (keeper.orElseThrow().keep(journals, false)) {
            keepLater();
        }
    }

    private void digest() {
        for (var call : waiting.take()) {
            calls += of(call.application()).add(call, digest);
            keepLater();
            if (calls > MOST_CALLS) {
                makeRoom();
            }
        }
    }

    /** An eighth of the longest journal goes at once: looking for it costs time. */
    private void makeRoom() {
        journals.values().stream()
                .max(Comparator.comparingInt(KeptJournal::size))
                .ifPresent(longest -> calls -= longest.forget(Math.max(1, longest.size() / 8)));
    }

    private KeptJournal of(String application) {
        return journals.computeIfAbsent(application, name -> new KeptJournal(name, keeper.isPresent()));
    }
}
