package io.regcontract.suite.pace;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Pace;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.CallInterceptor;
import io.regcontract.suite.transport.ThrottledAnswer;
import io.regcontract.suite.transport.TransportException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Keeps the pace of a profile for all threads of a run: an even flow of calls, so many at the same time, and none while
 * the service says "not now". How long that is says Retry-After, or else a pause that doubles each time.
 *
 * <p>Calls in a rush keep no pace, for they are to find out where the service has enough of them. Once it has, nothing leaves
 * but the call that is about that, until the service's window has passed.
 */
public final class Throttle implements CallInterceptor {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /**
     * Upper bound for a pause, whatever Retry-After says; a run that has to wait longer should not use this
     * environment.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Optional<Bucket> bucket;
    private final Semaphore seats;
    private final Duration window;
    private final MonotonicClock ticker;
    private long pausedUntil;
    private long limitedUntil;
    private Duration nextPause = FIRST_PAUSE;

    /**
     * @param pace of the whole run
     * @param shards how many processes share it
     * @param window the time over which the service counts calls against its limit
     */
    public Throttle(Pace pace, int shards, Duration window, MonotonicClock ticker) {
        this.window = window;
        this.ticker = ticker;
        this.seats = new Semaphore(Math.max(1, pace.inFlight() / shards), true);
        this.pausedUntil = ticker.nanos();
        this.limitedUntil = pausedUntil;
        // Capacity one: unused calls are not accumulated and sent in a burst later.
        this.bucket = pace.callsPerSecond().stream()
                .mapToObj(rate -> Duration.ofNanos(Math.round(1e9 * shards / rate)))
                .<Bucket>map(each -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(1).refillGreedy(1, each))
                        .withCustomTimePrecision(new Meter(ticker))
                        .build())
                .findFirst();
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        try {
            seats.acquire();
            try {
                if (role != Exchange.Role.EXHAUST_LIMIT) {
                    waitForTurn(role);
                }
            } catch (InterruptedException | RuntimeException e) {
                seats.release();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while waiting for a turn", e);
        }
        return answer -> {
            seats.release();
            answer.ifPresent(role == Exchange.Role.EXHAUST_LIMIT ? this::count : this::heed);
        };
    }

    private void waitForTurn(Exchange.Role role) throws InterruptedException {
        do {
            for (var rest = pause(role); rest > 0; rest = pause(role)) {
                ticker.sleep(rest);
            }
            if (bucket.isPresent()) {
                bucket.get().asBlocking().consume(1, ticker::sleep);
            }
        } while (pause(role) > 0);
    }

    private synchronized long pause(Exchange.Role role) {
        return role == Exchange.Role.DRIVE ? pause() : Math.max(pause(), limitedUntil - ticker.nanos());
    }

    private synchronized long pause() {
        return pausedUntil - ticker.nanos();
    }

    private synchronized void count(Answer answer) {
        if (ThrottledAnswer.in(answer).isPresent()) {
            limitedUntil = ticker.nanos() + window.toNanos();
        }
    }

    private synchronized void heed(Answer answer) {
        var congestion = ThrottledAnswer.in(answer);
        if (congestion.isEmpty()) {
            if (pause() <= 0) {
                nextPause = FIRST_PAUSE;
            }
            return;
        }
        // Concurrent calls that are refused together count as one refusal.
        var together = pause() > 0;
        var asked = congestion.get().retryAfter();
        if (asked.isPresent() || !together) {
            var length = shorter(asked.orElse(nextPause), LONGEST_PAUSE);
            pausedUntil = Math.max(pausedUntil, ticker.nanos() + length.toNanos());
        }
        if (!together) {
            nextPause = shorter(nextPause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** The ticker as the bucket wants it. */
    private record Meter(MonotonicClock ticker) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return ticker.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
