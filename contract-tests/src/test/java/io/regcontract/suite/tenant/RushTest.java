package io.regcontract.suite.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.environment.CallsToTheLimit;
import io.regcontract.suite.exchange.HeldBack;
import io.regcontract.suite.exchange.TransportFailure;
import java.time.Duration;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Calls until the service has had enough, and never more than are allowed. */
final class RushTest {

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void endsWithTheFirstCallThatIsRefused() {
        var rush = rush(100, 1);

        rush.until(() -> calls.incrementAndGet() > 40);

        assertThat(calls).hasValue(41);
        assertThat(rush.made()).isEqualTo(41);
    }

    @Test
    void makesAsManyAtATimeAsItMay() {
        var together = new CyclicBarrier(3);

        rush(100, 3).until(() -> {
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
        assertThatThrownBy(() -> rush(50, 4).until(this::accepted))
                .isInstanceOf(SetUpFailed.class)
                .hasMessage("the 50 calls that budgets.calls-to-the-limit allows came to no limit (the last of them 0 s"
                        + " after the first, 4 at a time). Allow more, or raise pace.in-flight; where there is no limit,"
                        + " remove the key");
        assertThat(calls).hasValue(50);
    }

    @Test
    void hasSoManyForTheWholeRunHoweverOftenItBegins() {
        var rush = rush(50, 2);
        rush.until(() -> calls.incrementAndGet() >= 30);

        assertThatThrownBy(() -> rush.until(this::accepted)).hasMessageContaining("budgets.calls-to-the-limit");
        assertThat(calls).hasValue(50);
    }

    @Test
    void mindsNoCallThatGetsLostNowAndThen() {
        rush(100, 1).until(() -> {
            if (calls.incrementAndGet() % 5 != 0) {
                throw new TransportFailure("HTTP 502 without JSON");
            }
            return calls.get() >= 50;
        });

        assertThat(calls).hasValue(50);
    }

    @Test
    void endsWhereNobodyAnswersAnyMore() {
        assertThatThrownBy(() -> rush(100, 1).until(() -> {
                    calls.incrementAndGet();
                    throw new TransportFailure("the connection broke");
                }))
                .isInstanceOf(SetUpFailed.class)
                .hasMessage("on the way to the limit of calls 5 in a row got lost: the connection broke");
        assertThat(calls).hasValue(5);
    }

    @Test
    void endsForAllWhereOneIsHeldBack() {
        assertThatThrownBy(() -> rush(1_000_000, 4).until(() -> {
                    if (calls.incrementAndGet() > 20) {
                        throw new HeldBack(HeldBack.Reason.BUDGET, "the run has made the 20 calls");
                    }
                    return false;
                }))
                .isInstanceOf(HeldBack.class)
                .hasMessage("the run has made the 20 calls");
        assertThat(calls).hasValueLessThan(1_000);
    }

    @Test
    void countsAllThatAreAllowedAndMakesNoneInARehearsal() {
        var rehearsed = rush(50, 4).rehearsed();

        rehearsed.until(this::accepted);

        assertThat(rehearsed.made()).isEqualTo(50);
        assertThat(calls).hasValue(0);
    }

    private boolean accepted() {
        calls.incrementAndGet();
        return false;
    }

    private static Rush rush(int allowed, int inFlight) {
        return new Rush(new CallsToTheLimit(allowed, Duration.ofMinutes(1)), inFlight);
    }
}
