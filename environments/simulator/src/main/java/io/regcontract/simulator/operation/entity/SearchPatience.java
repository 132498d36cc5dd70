package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.OperationCall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** How long a search may go on: as long as its caller waits, and no longer than the caller said. */
final class SearchPatience implements Runnable {

    /** In seconds. The vendor asks for a longer one only where a search takes more than this. */
    static final String USUAL = "10";
    /** In seconds. Who asks for more, as some clients do, gets this. */
    private static final long LONGEST = 60;
    /** To ask whether the caller is still there costs about a millisecond. */
    private static final long BETWEEN_LOOKS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Duration timeout;
    private final BooleanSupplier abandoned;
    private final LongSupplier nanos;
    private final long begin;
    private long nextLook;

    SearchPatience(Duration timeout, BooleanSupplier abandoned, LongSupplier nanos) {
        this.timeout = timeout;
        this.abandoned = abandoned;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
        this.nextLook = BETWEEN_LOOKS;
    }

    /** The patience of a caller that can say how much it has, in the argument {@code timeout}. */
    static SearchPatience asked(OperationCall call) {
        return of(call, call.arguments().whole("timeout").orElseThrow());
    }

    /** The patience of a caller that cannot say. */
    static SearchPatience usual(OperationCall call) {
        return of(call, Long.parseLong(USUAL));
    }

    private static SearchPatience of(OperationCall call, long seconds) {
        return new SearchPatience(Duration.ofSeconds(Math.min(seconds, LONGEST)), call.abandoned(), System::nanoTime);
    }

    /**
     * Refuses to go on with a storage that is slower than the caller waits. No one really waits for it.
     *
     * @throws ApiErrorException 500: the page has no code of its own for it
     */
    void checkStorage(OperationCall call) {
        if (call.application()
                .switches()
                .storage()
                .search()
                .filter(takes -> takes.compareTo(timeout) > 0)
                .isPresent()) {
            throw timedOut();
        }
    }

    /**
     * Asked again and again while a search goes on.
     *
     * @throws ApiErrorException 500 when it has taken too long, or no one waits for it any more
     */
    @Override
    public void run() {
        long taken = nanos.getAsLong() - begin;
        // A timeout of nothing is fine for a search that takes next to nothing.
        if (taken > Math.max(timeout.toNanos(), TimeUnit.SECONDS.toNanos(1))) {
            throw timedOut();
        }
        if (taken > nextLook) {
            nextLook = taken + BETWEEN_LOOKS;
            if (abandoned.getAsBoolean()) {
                throw SimulatedErrorCode.UNEXPECTED_ERROR.because("the caller of the search is gone");
            }
        }
    }

    private ApiErrorException timedOut() {
        return SimulatedErrorCode.UNEXPECTED_ERROR
                .because("the search took longer than " + timeout.toSeconds() + " seconds")
                .in(ErrorCause.SEARCH_TIMED_OUT);
    }
}
