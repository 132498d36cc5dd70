package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.operation.OperationCall;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Ends a search that takes longer than its caller waits, or whose caller has hung up. */
final class SearchPatience implements Runnable {

    /** Seconds. The vendor asks for a longer one only where a search takes more than this. */
    static final String USUAL = "10";
    /** Seconds. A larger timeout, which some clients send, is lowered to this. */
    private static final long LONGEST = 60;
    /** Nanoseconds. Asking whether the caller is still there costs about a millisecond. */
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

    /** For an operation with the argument {@code timeout}. */
    static SearchPatience asked(OperationCall call) {
        return of(call, call.arguments().whole("timeout").orElseThrow());
    }

    /** For an operation without the argument {@code timeout}. */
    static SearchPatience usual(OperationCall call) {
        return of(call, Long.parseLong(USUAL));
    }

    private static SearchPatience of(OperationCall call, long seconds) {
        return new SearchPatience(Duration.ofSeconds(Math.min(seconds, LONGEST)), call.abandoned(), System::nanoTime);
    }

    /**
     * Refuses a search in a storage that is slower than the caller waits, without waiting.
     *
     * @throws ApiErrorException 500, because the documentation has no code for it
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
     * Called often while a search goes on.
     *
     * @throws ApiErrorException 500 when it has taken too long, or its caller has hung up
     */
    @Override
    public void run() {
        long taken = nanos.getAsLong() - begin;
        // A timeout of 0 still lets a fast search answer.
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
