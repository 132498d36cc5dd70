package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.DrillOrder;
import io.regcontract.simulator.control.TransportDrill;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callers meet on the way to the service, by a drill that leads to no error of the API. */
class TransportDrillsTest {

    private final SimulatorFixture world = new SimulatorFixture();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        world.close();
        assertThat(world.faults).isEmpty();
    }

    @Test
    void givesThePageOfAGatewayInPlaceOfAnAnswer() {
        try (var drill = arm(TransportDrill.GATEWAY_ERROR_PAGE)) {
            var page = world.owner("/entity.create", "type_name", "user", "attributes", "{}");
            assertThat(page.status()).isEqualTo(502);
            assertThat(page.header("Content-Type")).isEqualTo("text/html");
            assertThat(page.text()).contains("502 Bad Gateway");
            assertThat(records()).isZero();
            assertThat(drill.code()).isZero();
            assertThat(drill.calls()).isEqualTo(1);
            assertThat(world.requestLog).anyMatch(line -> line.contains("met gateway-error-page"));
        }
        world.owner("/entity.create", "type_name", "user", "attributes", "{}").succeeds();
    }

    @Test
    void resetsTheConnectionBeforeTheCallIsPerformed() {
        try (var drill = arm(TransportDrill.CONNECTION_DROPPED)) {
            assertThatThrownBy(this::create).isInstanceOf(IOException.class);
            assertThat(drill.calls()).isEqualTo(1);
            assertThat(records()).isZero();
        }
    }

    @Test
    void resetsTheConnectionInTheMiddleOfTheAnswerToACallThatWasPerformed() {
        try (var drill = arm(TransportDrill.ANSWER_CUT)) {
            assertThatThrownBy(this::create).isInstanceOf(IOException.class);
            assertThat(drill.calls()).isEqualTo(1);
            assertThat(records()).isEqualTo(1);
        }
    }

    @Test
    void cutsAnswersOverTlsToo() {
        try (var secure = new SimulatorFixture(RegistrationSimulator.Builder::tlsSelfSigned)) {
            var client = HttpClient.newBuilder()
                    .sslContext(secure.simulator.clientSslContext())
                    .build();
            for (var fault : new TransportDrill[] {TransportDrill.ANSWER_CUT, TransportDrill.CONNECTION_DROPPED}) {
                var drill = secure.simulator.control().drill(fault);
                assertThatThrownBy(() -> client.send(request(secure), BodyHandlers.ofString()))
                        .isInstanceOf(IOException.class);
                drill.close();
            }
        }
    }

    @Test
    void holdsAnAnswerBackUntilTheDrillIsUndone() throws Exception {
        CompletableFuture<HttpResponse<String>> answer;
        try (var drill = arm(TransportDrill.ANSWER_HELD)) {
            answer = http.sendAsync(request(world), BodyHandlers.ofString());
            while (drill.calls() == 0 || records() == 0) {
                Thread.onSpinWait();
            }
            assertThat(answer).isNotDone();
        }
        assertThat(answer.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void endsAnAnswerThatIsHeldBackWhenTheSimulatorCloses() {
        var other = new SimulatorFixture(builder -> builder);
        var drill = other.simulator.control().drill(TransportDrill.ANSWER_HELD);
        var answer = http.sendAsync(request(other), BodyHandlers.ofString());
        while (drill.calls() == 0) {
            Thread.onSpinWait();
        }
        other.close();
        assertThat(answer).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void befallsOnlyTheCallsThatItIsAimedAt() {
        var control = world.simulator.control();
        try (var drill = control.drill(
                DrillOrder.of(TransportDrill.GATEWAY_ERROR_PAGE).client("login").times(1))) {
            world.owner("/entity.count", "type_name", "user").succeeds();
            assertThat(world.login("/oauth/auth_native").status()).isEqualTo(502);
            assertThat(world.login("/oauth/auth_native").status()).isEqualTo(200);
            assertThat(drill.calls()).isEqualTo(1);
        }
    }

    @Test
    void putsTheClockBackAndOnAgain() {
        var clock = world.simulator.control().clock();
        var before = clock.now();
        try (var drill = arm(TransportDrill.CLOCK_BEHIND)) {
            create("{\"email\":\"ada@example.com\"}");
            assertThat(clock.now()).isEqualTo(before.minusSeconds(90));
            clock.advance(Duration.ofSeconds(5));
            assertThat(drill.calls()).isEqualTo(1);
        }
        assertThat(clock.now()).isEqualTo(before.plusSeconds(5));
    }

    @Test
    void leavesAClockThatWasSetSince() {
        var clock = world.simulator.control().clock();
        var set = Instant.parse("2030-01-01T00:00:00Z");
        try (var drill = arm(TransportDrill.CLOCK_BEHIND)) {
            create("{}");
            clock.set(set);
            assertThat(drill.calls()).isEqualTo(1);
        }
        assertThat(clock.now()).isEqualTo(set);
    }

    @Test
    void showsSearchesWhatWasThereAWhileAgo() {
        create("{}");
        world.clock.move(Duration.ofSeconds(60));
        try (var drill = arm(TransportDrill.SEARCH_BEHIND)) {
            assertThat(records()).isEqualTo(1);
            create("{}");
            assertThat(records()).isEqualTo(1);
            world.clock.move(Duration.ofSeconds(11));
            assertThat(records()).isEqualTo(2);
            create("{}");
            assertThat(records()).isEqualTo(2);
            assertThat(drill.calls()).isEqualTo(4);
        }
        assertThat(records()).isEqualTo(3);
        assertThat(world.simulator.control().searches().lag()).isEmpty();
    }

    private ArmedErrorDrill arm(TransportDrill drill) {
        var order = DrillOrder.of(drill);
        return world.simulator
                .control()
                .drill(drill == TransportDrill.SEARCH_BEHIND ? order : order.at("/entity.create"));
    }

    private HttpResponse<String> create() throws IOException, InterruptedException {
        return http.send(request(world), BodyHandlers.ofString());
    }

    private void create(String attributes) {
        world.owner("/entity.create", "type_name", "user", "attributes", attributes)
                .succeeds();
    }

    private static HttpRequest request(SimulatorFixture world) {
        return HttpRequest.newBuilder(world.simulator.baseAddress().resolve("/entity.create"))
                .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(SimulatorFixture.form("type_name", "user", "attributes", "{}")))
                .build();
    }

    private int records() {
        return world.owner("/entity.count", "type_name", "user")
                .succeeds()
                .path("total_count")
                .asInt();
    }
}
