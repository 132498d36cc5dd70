package io.regcontract.suite.sabotage.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.regcontract.suite.sabotage.Sabotages;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class SaboteurProxyTest {

    private static final SabotageTarget ALL = new SabotageTarget("*", Optional.empty(), OptionalInt.empty());

    private static final String FAILURE = "{\"stat\":\"error\",\"code\":%s,\"error\":\"e\",\"error_description\":\"d\","
            + "\"request_token\":\"jx3m9k2vq7hw4r8t\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> log = new ArrayList<>();
    private HttpServer service;

    /** Answers with what stands behind the last slash of the path: a code, or ok. */
    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            received.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + exchange.getRequestHeaders().getFirst("Host") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var path = exchange.getRequestURI().getPath();
            var word = path.substring(path.lastIndexOf('/') + 1);
            var body = (word.equals("ok") ? "{\"stat\":\"ok\"}" : FAILURE.replace("%s", word))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("X-Served-By", "a");
            exchange.getResponseHeaders().add("X-Served-By", "b");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void handsOnWhatItDoesNotBreakAsItCame() throws Exception {
        try (var proxy = proxy("stat-ok", ALL)) {
            var answer = post(proxy, "/entity/ok?a=%2F", "b=c%20d");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"stat\":\"ok\"}");
            assertThat(answer.headers().allValues("X-Served-By")).containsExactly("a", "b");
            assertThat(received)
                    .containsExactly("POST /entity/ok?a=%2F OAuth s3cr3t-token "
                            + proxy.address().getAuthority() + " b=c%20d");
            assertThat(proxy.broken()).isZero();
        }
    }

    @Test
    void breaksFailuresOfTheOperationsAndCodesItIsToldTo() throws Exception {
        try (var proxy = proxy("code-string", new SabotageTarget("/entity.*", Optional.of(361), OptionalInt.empty()))) {
            assertThat(post(proxy, "/entity.create/361", "").body()).contains("\"code\":\"361\"");
            assertThat(post(proxy, "/entity.create/362", "").body()).contains("\"code\":362");
            assertThat(post(proxy, "/oauth/token/361", "").body()).contains("\"code\":361");
            assertThat(post(proxy, "/entity.create/999", "").body()).contains("\"code\":999");
            assertThat(proxy.broken()).isOne();
            assertThat(log).containsExactly("broken: 361 of /entity.create/361");
        }
    }

    @Test
    void breaksOnlyTheNthOfThem() throws Exception {
        try (var proxy = proxy("stat-ok", new SabotageTarget("*", Optional.empty(), OptionalInt.of(2)))) {
            assertThat(post(proxy, "/entity/361", "").body()).contains("\"stat\":\"error\"");
            assertThat(post(proxy, "/entity/361", "").body()).contains("\"stat\":\"ok\"");
            assertThat(post(proxy, "/entity/361", "").body()).contains("\"stat\":\"error\"");
        }
    }

    @Test
    void givesAwayTheSecretsItOverhears() throws Exception {
        try (var proxy = proxy("secret-in-description", ALL)) {
            assertThat(post(proxy, "/entity/361", "").body()).contains("refused: s3cr3t-token");
        }
    }

    @Test
    void remembersWhatItGaveOut() throws Exception {
        try (var proxy = proxy("answer-stale", ALL)) {
            var first = post(proxy, "/entity/361", "");
            var second = post(proxy, "/entity/361", "");

            assertThat(first.headers().firstValue("Age")).isEmpty();
            assertThat(second.headers().firstValue("Age")).contains("3600");
            assertThat(log).containsExactly("nothing to break in: 361 of /entity/361", "broken: 361 of /entity/361");
        }
    }

    @Test
    void answersAsAGatewayWhereTheServiceIsAway() throws Exception {
        try (var proxy = proxy("stat-ok", ALL)) {
            stop();
            var answer = post(proxy, "/entity/361", "");

            assertThat(answer.statusCode()).isEqualTo(502);
            assertThat(answer.body()).startsWith("the saboteur got no answer from the service: ");
        }
    }

    private SaboteurProxy proxy(String sabotage, SabotageTarget target) {
        return SaboteurProxy.start(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort()),
                Sabotages.named(sabotage).orElseThrow(),
                target,
                0,
                log::add);
    }

    private HttpResponse<String> post(SaboteurProxy proxy, String path, String body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(proxy.address() + path))
                        .header("Authorization", "OAuth s3cr3t-token")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
