package io.regcontract.suite.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.environment.RateLimitBudget;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.TransportException;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls until the service has had enough, and never more than are allowed. */
final class RateLimitExhausterTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void endsWithTheFirstCallThatIsRefused() {
        var rush = rush(100, 1);

        rush.callUntilRefused(() -> calls.incrementAndGet() > 40);

        assertThat(calls).hasValue(41);
        assertThat(rush.callsMade()).isEqualTo(41);
    }

    @Test
    void makesAsManyAtATimeAsItMay() {
        var together = new CyclicBarrier(3);

        rush(100, 3).callUntilRefused(() -> {
            try {
                together.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return calls.incrementAndGet() > 6;
        });

        assertThat(calls).hasValue(9);
    }

    @Test
    void neverMakesMoreThanAreAllowedAndNamesTheKey() {
        assertThatThrownBy(() -> rush(50, 4).callUntilRefused(this::accepted))
                .isInstanceOf(SetUpException.class)
                .hasMessage("the 50 calls that budgets.calls-to-the-limit allows came to no limit (the last of them 0 s"
                        + " after the first, 4 at a time). Allow more, or raise pace.in-flight; where there is no limit,"
                        + " remove the key");
        assertThat(calls).hasValue(50);
    }

    @Test
    void hasSoManyForTheWholeRunHoweverOftenItBegins() {
        var rush = rush(50, 2);
        rush.callUntilRefused(() -> calls.incrementAndGet() >= 30);

        assertThatThrownBy(() -> rush.callUntilRefused(this::accepted))
                .hasMessageContaining("budgets.calls-to-the-limit");
        assertThat(calls).hasValue(50);
    }

    @Test
    void mindsNoCallThatGetsLostNowAndThen() {
        rush(100, 1).callUntilRefused(() -> {
            if (calls.incrementAndGet() % 5 != 0) {
                throw new TransportException("HTTP 502 without JSON");
            }
            return calls.get() >= 50;
        });

        assertThat(calls).hasValue(50);
    }

    @Test
    void endsWhereNobodyAnswersAnyMore() {
        assertThatThrownBy(() -> rush(100, 1).callUntilRefused(() -> {
                    calls.incrementAndGet();
                    throw new TransportException("the connection broke");
                }))
                .isInstanceOf(SetUpException.class)
                .hasMessage("on the way to the limit of calls 5 in a row got lost: the connection broke");
        assertThat(calls).hasValue(5);
    }

    @Test
    void endsForAllWhereOneIsHeldBack() {
        assertThatThrownBy(() -> rush(1_000_000, 4).callUntilRefused(() -> {
                    if (calls.incrementAndGet() > 20) {
                        throw new CallBlockedException(
                                CallBlockedException.Reason.BUDGET, "the run has made the 20 calls");
                    }
                    return false;
                }))
                .isInstanceOf(CallBlockedException.class)
                .hasMessage("the run has made the 20 calls");
        assertThat(calls).hasValueLessThan(1_000);
    }

    @Test
    void countsAllThatAreAllowedAndMakesNoneInARehearsal() {
        var rehearsed = rush(50, 4).forDryRun();

        rehearsed.callUntilRefused(this::accepted);

        assertThat(rehearsed.callsMade()).isEqualTo(50);
        assertThat(calls).hasValue(0);
    }

    private boolean accepted() {
        calls.incrementAndGet();
        return false;
    }

    private static RateLimitExhauster rush(int allowed, int inFlight) {
        return new RateLimitExhauster(new RateLimitBudget(allowed, Duration.ofMinutes(1)), inFlight);
    }
}
