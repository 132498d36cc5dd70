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
 * Keeps the pace of a profile for all threads of a run: an even rate of calls, a limited number at the same time, and
 * none while the service refuses calls. A pause takes as long as Retry-After says, or else doubles each time.
 *
 * <p>Calls that exhaust the rate limit are not paced. Once the limit is reached, only the call under test is sent until
 * the service's window has passed.
 */
public final class Throttle implements CallInterceptor {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    /**
     * Upper bound for a pause, whatever Retry-After says; a run that has to wait longer should not use this
     * environment.
     */
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private final Optional<Bucket> bucket;
    private final Semaphore inFlight;
    private final Duration window;
    private final MonotonicClock clock;
    private long pausedUntil;
    private long limitedUntil;
    private Duration nextPause = FIRST_PAUSE;

    /**
     * @param pace of the whole run
     * @param shards how many processes share it
     * @param window the time over which the service counts calls against its limit
     */
    public Throttle(Pace pace, int shards, Duration window, MonotonicClock clock) {
        this.window = window;
        this.clock = clock;
        this.inFlight = new Semaphore(Math.max(1, pace.inFlight() / shards), true);
        this.pausedUntil = clock.nanos();
        this.limitedUntil = pausedUntil;
        // Capacity one: unused calls are not accumulated and sent in a burst later.
        this.bucket = pace.callsPerSecond().stream()
                .mapToObj(rate -> Duration.ofNanos(Math.round(1e9 * shards / rate)))
                .<Bucket>map(each -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(1).refillGreedy(1, each))
                        .withCustomTimePrecision(new BucketClock(clock))
                        .build())
                .findFirst();
    }

    @Override
    public CallInterceptor.CallScope beforeCall(Call call, Exchange.Role role) {
        try {
            inFlight.acquire();
            try {
                if (role != Exchange.Role.EXHAUST_LIMIT) {
                    waitForTurn(role);
                }
            } catch (InterruptedException | RuntimeException e) {
                inFlight.release();
                throw e;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportException("interrupted while waiting for a turn", e);
        }
        return answer -> {
            inFlight.release();
            answer.ifPresent(role == Exchange.Role.EXHAUST_LIMIT ? this::noteLimit : this::pauseIfThrottled);
        };
    }

    private void waitForTurn(Exchange.Role role) throws InterruptedException {
        do {
            for (var remaining = pause(role); remaining > 0; remaining = pause(role)) {
                clock.sleep(remaining);
            }
            if (bucket.isPresent()) {
                bucket.get().asBlocking().consume(1, clock::sleep);
            }
        } while (pause(role) > 0);
    }

    private synchronized long pause(Exchange.Role role) {
        return role == Exchange.Role.DRIVE ? pause() : Math.max(pause(), limitedUntil - clock.nanos());
    }

    private synchronized long pause() {
        return pausedUntil - clock.nanos();
    }

    private synchronized void noteLimit(Answer answer) {
        if (ThrottledAnswer.in(answer).isPresent()) {
            limitedUntil = clock.nanos() + window.toNanos();
        }
    }

    private synchronized void pauseIfThrottled(Answer answer) {
        var throttled = ThrottledAnswer.in(answer);
        if (throttled.isEmpty()) {
            if (pause() <= 0) {
                nextPause = FIRST_PAUSE;
            }
            return;
        }
        // Concurrent calls that are refused together count as one refusal.
        var alreadyPaused = pause() > 0;
        var asked = throttled.get().retryAfter();
        if (asked.isPresent() || !alreadyPaused) {
            var length = shorter(asked.orElse(nextPause), LONGEST_PAUSE);
            pausedUntil = Math.max(pausedUntil, clock.nanos() + length.toNanos());
        }
        if (!alreadyPaused) {
            nextPause = shorter(nextPause.multipliedBy(2), LONGEST_PAUSE);
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Adapts the clock to the bucket. */
    private record BucketClock(MonotonicClock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clock.nanos();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
