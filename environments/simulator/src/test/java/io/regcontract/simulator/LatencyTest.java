package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A service that is far away. */
class LatencyTest {

    private static final int CALLERS = 100;

    @Test
    void answersNoSooner() throws Exception {
        try (var simulator = simulator()
                .latency(Duration.ofMillis(120))
                .controlToken("control")
                .start()) {
            assertThat(millis(simulator.baseAddress().resolve("/clients/list"))).isGreaterThanOrEqualTo(120);
            assertThat(millis(simulator.controlAddress())).isGreaterThanOrEqualTo(120);
        }
    }

    @Test
    void letsNoCallerWaitForAnother() throws Exception {
        var performed = new CountDownLatch(CALLERS);
        var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
        try (var simulator = simulator()
                .latency(Duration.ofMinutes(10))
                .requestLog(line -> performed.countDown())
                .start()) {
            var client = HttpClient.newHttpClient();
            for (int i = 0; i < CALLERS; i++) {
                waiting.add(client.sendAsync(
                        request(simulator.baseAddress().resolve("/clients/list")), BodyHandlers.ofString()));
            }
            assertThat(performed.await(30, TimeUnit.SECONDS))
                    .as("%d calls were performed while none was answered", CALLERS)
                    .isTrue();
            assertThat(waiting).noneMatch(CompletableFuture::isDone);
        }
    }

    private static RegistrationSimulator.Builder simulator() {
        return RegistrationSimulator.builder().ownerClient("owner", "owner-secret");
    }

    private static HttpRequest request(URI address) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                .build();
    }

    private static long millis(URI address) throws Exception {
        var begin = System.nanoTime();
        HttpClient.newHttpClient().send(request(address), BodyHandlers.ofString());
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
