package io.regcontract.suite.transport;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.evidence.SentRequest;
import io.restassured.RestAssured;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpClientConnection;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/**
 * Posts forms with REST-assured over a connection pool and reads every answer to its end. By default, REST-assured opens
 * a connection per call, and loses those whose body is not read. Thread-safe.
 */
@SuppressWarnings("deprecation") // REST-assured needs an AbstractHttpClient and a pool that is as old.
final class PooledHttpTransport {

    private static final String FORM = "application/x-www-form-urlencoded";

    private static final int HTTPS_PORT = 443;

    private static final Duration LONGEST_IDLE = Duration.ofSeconds(2);

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_HEADERS = 200;

    private final RestAssuredConfig config;
    private final Deadline deadline;

    /**
     * Opens no connection yet.
     *
     * @param timeout for a connection, for the next bytes of an answer, and for a call as a whole
     * @param inFlight how many calls are under way at once
     * @param trust for HTTPS, where the service is reached by it
     */
    PooledHttpTransport(Duration timeout, int inFlight, Optional<SSLContext> trust) {
        deadline = new Deadline(timeout);
        var connections = new StrictConnectionManager();
        connections.setMaxTotal(inFlight * 2);
        connections.setDefaultMaxPerRoute(inFlight * 2);
        trust.ifPresent(context -> connections
                .getSchemeRegistry()
                .register(new Scheme("https", HTTPS_PORT, new SSLSocketFactory(context))));
        // One client per thread over one shared pool. REST-assured changes its client's interceptors with each call, so
        // a shared client could ask for a compressed answer that is never decompressed.
        var clients = ThreadLocal.withInitial(() -> client(connections, timeout, deadline));
        config = RestAssuredConfig.newConfig()
                .httpClient(httpClientConfig().httpClientFactory(clients::get))
                .redirect(redirectConfig().followRedirects(false))
                // Nothing is decompressed: what is judged, kept and shown is what was sent.
                .decoderConfig(decoderConfig().noContentDecoders())
                .encoderConfig(encoderConfig()
                        .defaultContentCharset(StandardCharsets.UTF_8)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(FORM, ContentType.TEXT));
    }

    /**
     * Posts a form.
     *
     * @throws IOException when no whole answer came in time
     */
    Answer post(SentRequest form) throws IOException {
        RequestSpecification request = RestAssured.given().config(config).accept("application/json");
        form.headers().forEach(header -> request.header(header.name(), header.value()));
        var running = deadline.begin();
        try (running) {
            var response = request.contentType(FORM).body(form.body()).post(form.url());
            var received = response.headers().asList().stream()
                    .map(header -> new Answer.Header(header.getName(), header.getValue()))
                    .toList();
            var answer = Answer.of(response.statusCode(), received, response.asByteArray());
            AnswerSanity.rejectTruncatedAnswer(answer);
            return answer;
        } catch (RuntimeException e) {
            running.check();
            // REST-assured, being Groovy, throws checked exceptions undeclared, and wraps some.
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        } catch (IOException e) {
            running.check();
            throw e;
        }
    }

    private static DefaultHttpClient client(
            PoolingClientConnectionManager connections, Duration timeout, Deadline deadline) {
        var client = new DefaultHttpClient(connections);
        var millis = Math.toIntExact(timeout.toMillis());
        client.getParams().setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
        client.getParams().setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
        // The stale check costs a millisecond per call, so it is off; instead, a connection that was idle for two
        // seconds is not reused.
        client.getParams().setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, false);
        client.setKeepAliveStrategy((response, context) -> LONGEST_IDLE.toMillis());
        client.setHttpRequestRetryHandler((failure, attempt, context) -> false);
        client.getParams().setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
        client.getParams().setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        client.addRequestInterceptor((request, context) -> deadline.cutBy(cut(connection(context))));
        client.addResponseInterceptor((response, context) -> BoundedEntity.bound(response, connection(context)));
        return client;
    }

    private static HttpClientConnection connection(HttpContext context) {
        return (HttpClientConnection) context.getAttribute(HttpCoreContext.HTTP_CONNECTION);
    }

    /** Closes a connection while another thread reads from it. */
    private static Runnable cut(HttpClientConnection connection) {
        return () -> {
            try {
                connection.shutdown();
            } catch (IOException alreadyGone) {
                // Already closed.
            }
        };
    }
}
