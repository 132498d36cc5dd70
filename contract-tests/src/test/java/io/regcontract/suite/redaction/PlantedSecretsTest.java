package io.regcontract.suite.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Secrets planted in every place of a real exchange in which one can travel, with a service that gives them all away. */
final class PlantedSecretsTest {

    private static final String SENT = "sent+by/us &\"ünd\" 'her'";
    private static final String COOKIE = "cookie-of-the-service-1";
    private static final String ISSUED = "issued.by-the/service+2";
    private static final String LOCATED = "located+in an address";
    private static final String TOLD = "told-in-running-text-3";

    private final Redactor redactor = new Redactor();
    private final List<Exchange> kept = new ArrayList<>();
    private HttpServer service;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var received = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getResponseHeaders();
            headers.add("Set-Cookie", "session=" + COOKIE + "; Path=/; HttpOnly");
            headers.add("Location", "https://acme.example/back?a=b&client_secret=" + encoded(LOCATED));
            headers.add("X-Echo", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            var body = JsonMapper.shared()
                    .writeValueAsString(Map.of(
                            "received",
                            received,
                            "a",
                            List.of(Map.of("b", List.of(Map.of("accessToken", ISSUED)))),
                            "again",
                            ISSUED + " " + encoded(ISSUED) + " " + base64("x" + ISSUED + "y"),
                            "message",
                            "refused: password=" + TOLD + ", for " + COOKIE));
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    @Test
    void keepsNoneOfThem() {
        var http = http(service.getAddress().getPort());
        for (var credential : List.of(
                new Credential.Basic("client", SENT),
                new Credential.Parameters("client", SENT),
                new Credential.OAuthHeader("oauth-" + ISSUED))) {
            http.send(
                    Call.to("/entity", credential)
                            .with("password", SENT)
                            .with("attributes", "{\"a\":[{\"b\":{\"password\":\"deep-" + TOLD + "\"}}]}")
                            .header("Cookie", "a=" + COOKIE + "-sent; b=2"),
                    Exchange.Role.DRIVE,
                    kept::add);
        }

        assertThat(kept).hasSize(3);
        assertThat(kept.toString())
                .contains("${COOKIE_", "${ACCESS_TOKEN_", "${CLIENT_SECRET", "${PASSWORD_")
                .doesNotContain(forms());
    }

    @Test
    void saysNoneOfThemWhenTheConnectionBreaks() {
        int port = service.getAddress().getPort();
        service.stop(0);

        var failure = catchThrowableOfType(TransportException.class, () -> http(port)
                .send(
                        Call.to("/entity?access_token=" + encoded(ISSUED), new Credential.Basic("client", SENT)),
                        Exchange.Role.DRIVE,
                        kept::add));

        assertThat(failure).isNotNull();
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(forms());
        assertThat(kept.toString()).contains("access_token=${ACCESS_TOKEN_1}").doesNotContain(forms());
    }

    @Test
    void leavesAloneWhatIsNoSecret() {
        redactor.learn(List.of(new Answer.Header(
                "Set-Cookie", "session=1234567; Path=/applications; Max-Age=360000; SameSite=Strict")));
        redactor.learnText("error_code=unique_violation code=unique_violation token=missing_argument");

        var text = "Path=/applications Max-Age=360000 SameSite=Strict unique_violation missing_argument";
        assertThat(redactor.redact(text + " 1234567")).isEqualTo(text + " ${COOKIE_1}");
    }

    private ServiceClient http(int port) {
        return new ServiceClient(
                URI.create("http://127.0.0.1:" + port), redactor, Clock.systemUTC(), Duration.ofSeconds(10), 2);
    }

    private static String[] forms() {
        return Stream.of(SENT, COOKIE, ISSUED, LOCATED, TOLD)
                .flatMap(secret -> Stream.of(
                        secret,
                        encoded(secret),
                        encoded(secret).replace("+", "%20"),
                        base64(secret),
                        // Without the ends, which neighbours shape.
                        base64("client:" + secret).substring(12, 24)))
                .toArray(String[]::new);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String base64(String text) {
        return Base64.getEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
