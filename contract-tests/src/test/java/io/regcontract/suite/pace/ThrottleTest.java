package io.regcontract.suite.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.regcontract.check.answer.Answer;
import io.regcontract.environment.Pace;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.transport.CallInterceptor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pace, in a time of its own. */
final class ThrottleTest {

    private static final Call CALL = Call.to("/entity", new Credential.None());
    private static final Answer FINE = answer(200, "{\"stat\":\"ok\"}");
    private static final Answer LIMIT = answer(200, "{\"stat\":\"error\",\"code\":510,\"error\":\"api_limit_error\"}");

    private static final Duration WINDOW = Duration.ofSeconds(60);

    private final FakeMonotonicClock time = new FakeMonotonicClock();

    @ParameterizedTest
    @CsvSource({"5, 1, 20", "5, 2, 40", "0.5, 1, 200", "50, 4, 8"})
    void letsCallsLeaveEvenlyAndDividesTheRateByTheShards(double rate, int shards, double secondsForAHundredMore) {
        var throttle = new Throttle(new Pace(OptionalDouble.of(rate), 4), shards, WINDOW, time);

        for (int call = 0; call <= 100; call++) {
            call(throttle, FINE);
        }

        assertThat(time.seconds()).isCloseTo(secondsForAHundredMore, within(0.01));
    }

    @Test
    void savesNothingUpForABurst() {
        var throttle = new Throttle(new Pace(OptionalDouble.of(2), 4), 1, WINDOW, time);
        call(throttle, FINE);
        time.sleep(TimeUnit.MINUTES.toNanos(1));
        var before = time.seconds();

        for (int call = 0; call < 5; call++) {
            call(throttle, FINE);
        }

        assertThat(time.seconds() - before).isCloseTo(2.0, within(0.01));
    }

    @Test
    void waitsForNothingWithoutARate() {
        var throttle = new Throttle(Pace.DEFAULT, 1, WINDOW, time);

        for (int call = 0; call < 1000; call++) {
            call(throttle, FINE);
        }

        assertThat(time.seconds()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "429 | 7                             | 7",
                "510 | 7                             | 7",
                "200 | 7                             | 7",
                "503 | Sun, 22 Nov 2026 12:01:30 GMT | 90",
                "429 | 86400                         | 300",
                "429 | soon                          | 1",
                "429 | -5                            | 1"
            })
    void staysAwayAsLongAsItIsAsked(int status, String retryAfter, double seconds) {
        var throttle = new Throttle(Pace.DEFAULT, 1, WINDOW, time);
        var body = status == 200 ? LIMIT.body() : "busy";

        call(
                throttle,
                Answer.of(
                        status,
                        List.of(
                                new Answer.Header("retry-after", retryAfter),
                                new Answer.Header("Date", "Sun, 22 Nov 2026 12:00:00 GMT")),
                        body.getBytes(StandardCharsets.UTF_8)));
        call(throttle, FINE);

        assertThat(time.seconds()).isCloseTo(seconds, within(0.01));
    }

    @Test
    void staysAwayLongerEachTimeUntilItIsLetInAgain() {
        var throttle = new Throttle(Pace.DEFAULT, 1, WINDOW, time);
        var waited = new ArrayList<Double>();
        for (var answer : List.of(LIMIT, LIMIT, LIMIT, FINE, LIMIT, FINE)) {
            var before = time.seconds();
            call(throttle, answer);
            waited.add(time.seconds() - before);
        }

        assertThat(waited).containsExactly(0.0, 1.0, 2.0, 4.0, 0.0, 1.0);
    }

    @Test
    void takesAnswersToCallsThatLeftTogetherForOne() {
        var throttle = new Throttle(new Pace(OptionalDouble.empty(), 3), 1, WINDOW, time);
        var together = new ArrayList<CallInterceptor.CallScope>();
        for (int call = 0; call < 3; call++) {
            together.add(throttle.beforeCall(CALL, Role.SET_UP));
        }

        together.forEach(journey -> journey.afterCall(Optional.of(LIMIT)));
        call(throttle, FINE);

        assertThat(time.seconds()).isEqualTo(1.0);
    }

    @Test
    void letsCallsInARushLeaveAtOnceAndNothingButWhatIsJudgedOnceTheServiceHadEnough() {
        var throttle = new Throttle(new Pace(OptionalDouble.of(1), 4), 1, WINDOW, time);
        for (int call = 0; call < 100; call++) {
            throttle.beforeCall(CALL, Role.EXHAUST_LIMIT).afterCall(Optional.of(FINE));
        }
        throttle.beforeCall(CALL, Role.EXHAUST_LIMIT).afterCall(Optional.of(LIMIT));
        throttle.beforeCall(CALL, Role.EXHAUST_LIMIT).afterCall(Optional.of(LIMIT));
        assertThat(time.seconds()).isZero();

        throttle.beforeCall(CALL, Role.DRIVE).afterCall(Optional.of(LIMIT));
        assertThat(time.seconds()).isZero();

        call(throttle, FINE);
        assertThat(time.seconds()).isCloseTo(60, within(0.01));
        call(throttle, FINE);
        assertThat(time.seconds()).isCloseTo(61, within(0.01));
    }

    @Test
    void waitsForNoWindowWhereARushCameToNoLimit() {
        var throttle = new Throttle(Pace.DEFAULT, 1, WINDOW, time);
        throttle.beforeCall(CALL, Role.EXHAUST_LIMIT).afterCall(Optional.of(FINE));

        call(throttle, FINE);

        assertThat(time.seconds()).isZero();
    }

    @Test
    void letsNoMoreCallsBeUnderWayInARush() throws InterruptedException {
        var throttle = new Throttle(new Pace(OptionalDouble.empty(), 1), 1, WINDOW, time);
        var first = throttle.beforeCall(CALL, Role.EXHAUST_LIMIT);
        var second = new CountDownLatch(1);
        var waiting = new Thread(() -> {
            throttle.beforeCall(CALL, Role.EXHAUST_LIMIT);
            second.countDown();
        });
        waiting.start();

        assertThat(second.await(50, TimeUnit.MILLISECONDS)).isFalse();
        first.afterCall(Optional.empty());
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        waiting.join();
    }

    @Test
    void letsSoManyCallsBeUnderWayAndNoMore() throws InterruptedException {
        var throttle = new Throttle(new Pace(OptionalDouble.empty(), 2), 1, WINDOW, time);
        var first = throttle.beforeCall(CALL, Role.DRIVE);
        throttle.beforeCall(CALL, Role.DRIVE);
        var third = new CountDownLatch(1);
        var waiting = new Thread(() -> {
            throttle.beforeCall(CALL, Role.DRIVE);
            third.countDown();
        });
        waiting.start();

        assertThat(third.await(50, TimeUnit.MILLISECONDS)).isFalse();
        first.afterCall(Optional.empty());
        assertThat(third.await(10, TimeUnit.SECONDS)).isTrue();
        waiting.join();
    }

    private static void call(Throttle throttle, Answer answer) {
        throttle.beforeCall(CALL, Role.SET_UP).afterCall(Optional.of(answer));
    }

    private static Answer answer(int status, String body) {
        return Answer.of(status, List.of(), body.getBytes(StandardCharsets.UTF_8));
    }
}
