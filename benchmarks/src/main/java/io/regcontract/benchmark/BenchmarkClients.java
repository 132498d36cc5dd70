package io.regcontract.benchmark;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.regcontract.suite.replay.ReplayPlan;
import io.regcontract.suite.replay.ReplayPlan.Form;
import io.regcontract.suite.replay.ReplayPlan.Json;
import io.regcontract.suite.replay.ReplayPlan.Step;
import io.regcontract.suite.replay.Template;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;

/** What a bare loop may send with. */
@SuppressWarnings("deprecation") // The only kind of client that REST-assured 5 drives is one of the old days.
final class BenchmarkClients {

    /** A connection that rested for longer is not used again. */
    private static final Duration RESTED = Duration.ofSeconds(2);

    private BenchmarkClients() {}

    /** REST-assured as careful people set it up: one client over a pool of connections, each of which is used again. */
    static Replay.Client restAssured(URI service) {
        return restAssured(service, pooled(), RestAssuredConfig.newConfig());
    }

    /** The same with what the suite does to its own: nobody asks whether a connection still stands, nothing is packed. */
    static Replay.Client restAssuredTuned(URI service) {
        var client = pooled();
        client.getParams().setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, false);
        client.setKeepAliveStrategy((response, context) -> RESTED.toMillis());
        return restAssured(
                service,
                client,
                RestAssuredConfig.newConfig()
                        .redirect(redirectConfig().followRedirects(false))
                        .decoderConfig(decoderConfig().noContentDecoders()));
    }

    private static DefaultHttpClient pooled() {
        return new DefaultHttpClient(new PoolingClientConnectionManager());
    }

    private static Replay.Client restAssured(URI service, DefaultHttpClient client, RestAssuredConfig basis) {
        var config = basis.httpClient(httpClientConfig().httpClientFactory(() -> client))
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultContentCharset(StandardCharsets.UTF_8)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT)
                        .encodeContentTypeAs("application/json", ContentType.TEXT));
        return (step, values) -> {
            var request = RestAssured.given().config(config);
            step.headers().forEach((name, value) -> request.header(name, value.filled(values)));
            step.basic().ifPresent(basic -> request.header("Authorization", authorization(basic, values)));
            var body = body(step, values);
            if (!body.isEmpty()) {
                request.body(body);
            }
            return request.request(step.method(), service + step.path().filled(values))
                    .asString();
        };
    }

    /** The client of the JDK. */
    static Replay.Client jdk(URI service) {
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return (step, values) -> {
            var body = body(step, values);
            var request = HttpRequest.newBuilder(
                            URI.create(service + step.path().filled(values)))
                    .method(step.method(), body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
            step.headers().forEach((name, value) -> request.header(name, value.filled(values)));
            step.basic().ifPresent(basic -> request.header("Authorization", authorization(basic, values)));
            try {
                return client.send(request.build(), BodyHandlers.ofString()).body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        };
    }

    /** As the suite does it: the API by one, the control plane by the other. */
    static Replay.Client split(Replay.Client api, Replay.Client control) {
        return (step, values) -> isControl(step) ? control.send(step, values) : api.send(step, values);
    }

    private static boolean isControl(Step step) {
        return !step.path().parts().isEmpty()
                && step.path().parts().get(0) instanceof Template.Literal beginning
                && beginning.text().startsWith(ReplayPlan.CONTROL);
    }

    private static String authorization(ReplayPlan.Basic basic, Map<String, String> values) {
        var pair = basic.user().filled(values) + ":" + basic.password().filled(values);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static String body(Step step, Map<String, String> values) {
        if (step.body() instanceof Form form) {
            return form.parameters().entrySet().stream()
                    .map(parameter -> encoded(parameter.getKey()) + "="
                            + encoded(parameter.getValue().filled(values)))
                    .collect(Collectors.joining("&"));
        }
        return step.body() instanceof Json json ? json.text().filled(values) : "";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
