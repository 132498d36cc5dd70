package io.regcontract.environment.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The adapter that replacements copy: it offers what it is told to, says so, and refuses all else in a sentence. */
class ControlPlaneAdapterTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void makesWhatItOffersAndTellsWhatThatIs() throws Exception {
        try (var control = started()) {
            assertThat(call(control, "GET", "/capabilities", "", "secret").body())
                    .contains("\"capabilities\":[\"clock\",\"log\"]", "\"protocol\":\"1\"");
            assertThat(call(control, "POST", "/applications/a%20b/clock", "{\"advanceSeconds\":5}", "secret")
                            .body())
                    .isEqualTo("{\"now\":\"a b 5\"}");
            assertThat(call(control, "GET", "/log/abc", "", "secret").statusCode())
                    .isEqualTo(404);
            assertThat(call(control, "GET", "/", "", "secret").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void refusesWhatItDoesNotOffer() throws Exception {
        try (var control = started()) {
            assertThat(call(control, "PUT", "/applications/a/quota", "{}", "secret")
                            .statusCode())
                    .isEqualTo(404);
            assertThat(call(control, "POST", "/applications/a/clock", "[1", "secret")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(call(control, "GET", "/capabilities", "", "other").statusCode())
                    .isEqualTo(401);
            assertThat(call(control, "GET", "/health", "", "other").statusCode())
                    .isEqualTo(200);
        }
    }

    private ControlPlaneAdapter started() {
        return ControlPlaneAdapter.with("secret")
                .offering(
                        "POST /applications/{application}/clock",
                        (path, body) -> Map.of(
                                "now",
                                path.get("application") + " "
                                        + clock.addAndGet(
                                                body.path("advanceSeconds").asLong())))
                .offering("GET /log/{requestToken}", (path, body) -> {
                    throw new ControlPlaneAdapter.RefusedException(404, "no call " + path.get("requestToken"));
                })
                .start();
    }

    private static HttpResponse<String> call(
            ControlPlaneAdapter control, String method, String path, String body, String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(control.address() + path))
                                .header("Authorization", "Bearer " + token)
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
