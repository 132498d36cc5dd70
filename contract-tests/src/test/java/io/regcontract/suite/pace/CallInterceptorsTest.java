package io.regcontract.suite.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.regcontract.environment.Budgets;
import io.regcontract.environment.Pace;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.evidence.Exchange.Role;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.CallBlockedException;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls through a real socket, with those that go along. */
final class CallInterceptorsTest {

    private static final Call CALL = Call.to("/entity.create", new Credential.None());

    private final FakeMonotonicClock time = new FakeMonotonicClock();
    private final List<Exchange> kept = new ArrayList<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
    private HttpServer server;
    private ServiceClient http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            arrived.incrementAndGet();
            exchange.getRequestBody().readAllBytes();
            var status = statuses.isEmpty() ? 200 : statuses.remove();
            var body = (status == 200 ? "{\"stat\":\"ok\"}" : "<html>busy</html>").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        http = new ServiceClient(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()),
                new Redactor(),
                Clock.systemUTC(),
                Duration.ofSeconds(5),
                2);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void aCallThatBuildsAConditionIsMadeAgainAfterAPauseAndEachAttemptIsKept(int status) {
        statuses.addAll(List.of(status, status));

        var answered = http.interceptedBy(new Throttle(Pace.DEFAULT, 1, Duration.ZERO, time))
                .retryingSetUp(4)
                .send(CALL, Role.SET_UP, kept::add);

        assertThat(answered.answer().status()).isEqualTo(200);
        assertThat(kept)
                .extracting(exchange -> exchange.response().orElseThrow().status())
                .containsExactly(status, status, 200);
        assertThat(time.seconds()).isEqualTo(3.0);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void itIsNotMadeAgainByTheCarefulWhereOnlyItsAnswerMayHaveGotLost(int status) {
        statuses.addAll(List.of(status));

        assertThatThrownBy(() -> http.retryingSetUp(4).withoutRetryOnLoss().send(CALL, Role.SET_UP, kept::add))
                .isInstanceOf(TransportException.class);
        assertThat(arrived).hasValue(1);
    }

    @Test
    void itIsMadeAgainByTheCarefulWhereItWasTurnedAway() {
        statuses.addAll(List.of(429));

        assertThat(http.withoutRetryOnLoss()
                        .retryingSetUp(4)
                        .send(CALL, Role.SET_UP, kept::add)
                        .answer()
                        .status())
                .isEqualTo(200);
        assertThat(arrived).hasValue(2);
    }

    @Test
    void itIsNotMadeForever() {
        statuses.addAll(List.of(502, 502, 502));

        assertThatThrownBy(() -> http.retryingSetUp(2).send(CALL, Role.SET_UP, kept::add))
                .isInstanceOf(TransportException.class)
                .hasMessage("HTTP 502 without JSON: something in front of the service answered in its place");
        assertThat(arrived).hasValue(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"DRIVE", "TWIN", "UNDO"})
    void theCallThatMattersIsMadeOnce(Role role) {
        statuses.addAll(List.of(502));

        assertThatThrownBy(() -> http.retryingSetUp(4).send(CALL, role, kept::add))
                .isInstanceOf(TransportException.class);
        assertThat(arrived).hasValue(1);
    }

    @Test
    void aRunMakesAsManyCallsAsItMayAndNoMore() {
        var budgeted = http.interceptedBy(new CallBudgetGuard(
                new Budgets(OptionalLong.of(5), OptionalLong.empty(), Duration.ZERO, Optional.empty()), 2));
        budgeted.send(CALL, Role.SET_UP, kept::add);
        budgeted.send(CALL, Role.DRIVE, kept::add);

        assertThatThrownBy(() -> budgeted.send(CALL, Role.TWIN, kept::add))
                .isInstanceOf(CallBlockedException.class)
                .hasMessage("the run has made the 2 calls that budgets.calls allows it, and makes no more");
        assertThat(arrived).hasValue(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/entity.create",
                "/entity.deleteAccess",
                "/settings/set",
                "/oauth/register_native_traditional",
                "/access/getAccessToken",
                "/somethingNew"
            })
    void nothingThatWritesLeavesForProduction(String operation) {
        assertThatThrownBy(() -> http.interceptedBy(new ReadOnlyGuard())
                        .send(Call.to(operation, new Credential.None()), Role.DRIVE, kept::add))
                .isInstanceOf(CallBlockedException.class)
                .hasMessage("it takes " + operation + ", and production is only ever read");
        assertThat(arrived).hasValue(0);
    }

    @Test
    void whatReadsLeavesForProduction() {
        http.interceptedBy(new ReadOnlyGuard())
                .send(Call.to("/entity.count", new Credential.None()), Role.DRIVE, kept::add);

        assertThat(arrived).hasValue(1);
    }

    @Test
    void whoeverWasAskedIsToldAlsoWhenTheNextHoldsTheCallBack() {
        var told = new ArrayList<String>();
        var escorted = http.interceptedBy((call, role) -> answer -> told.add("first " + answer.isPresent()))
                .interceptedBy(new ReadOnlyGuard());

        assertThatThrownBy(() -> escorted.send(CALL, Role.DRIVE, kept::add)).isInstanceOf(CallBlockedException.class);
        assertThat(told).containsExactly("first false");
    }
}
