package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.evidence.ExchangeFactory;
import io.regcontract.suite.evidence.SentRequest;
import io.regcontract.suite.redaction.Redactor;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.apache.http.HttpResponse;
import org.apache.http.client.HttpClient;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.client.methods.RequestBuilder;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.HttpClients;

/**
 * Sends requests to a control plane, which is not the service under test. It uses the HTTP client that REST-assured
 * depends on: the JDK's client runs a thread that cannot be ended and delays the end of the JVM.
 */
public final class PlainHttpClient {

    private static final int MOST_CONNECTIONS = 64;

    /** Generous: an answer of a control plane holds a flow, or a page of records. */
    private static final int LONGEST_ANSWER = 16 * 1024 * 1024;

    private final List<Answer.Header> gatewayHeaders;
    private final HttpClient client;
    private final Redactor redactor;
    private final Clock clock;
    private final Duration timeout;
    private final Deadline deadline;
    private final ExchangeFactory exchanges;

    /**
     * A client that records its exchanges redacted.
     *
     * @param timeout for a connection, for the next bytes of an answer, and for a call as a whole
     */
    public PlainHttpClient(Redactor redactor, Clock clock, Duration timeout) {
        this(redactor, clock, timeout, Optional.empty(), List.of());
    }

    /**
     * A client that also sends what a gateway asks for.
     *
     * @param trust for HTTPS; the JDK's when empty
     * @param gatewayHeaders sent with every request
     */
    public PlainHttpClient(
            Redactor redactor,
            Clock clock,
            Duration timeout,
            Optional<SSLContext> trust,
            List<Answer.Header> gatewayHeaders) {
        this.gatewayHeaders = List.copyOf(gatewayHeaders);
        this.client = client(Math.toIntExact(timeout.toMillis()), trust);
        this.redactor = redactor;
        this.clock = clock;
        this.timeout = timeout;
        this.deadline = new Deadline(timeout);
        this.exchanges = new ExchangeFactory(redactor);
    }

    /** A client that sends each request once, unchanged. */
    private static HttpClient client(int millis, Optional<SSLContext> trust) {
        var builder = HttpClients.custom();
        trust.ifPresent(builder::setSSLContext);
        return builder.setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(millis)
                        .setConnectTimeout(millis)
                        .setSocketTimeout(millis)
                        .build())
                .setMaxConnTotal(MOST_CONNECTIONS)
                .setMaxConnPerRoute(MOST_CONNECTIONS)
                .disableAuthCaching()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableRedirectHandling()
                .build();
    }

    /**
     * Sends a request.
     *
     * @param method HTTP method
     * @param url where to
     * @param body empty for none
     * @param keep receives the exchange as it may be kept, when an answer came
     * @throws TransportException when no answer came
     */
    public Answer send(String method, String url, List<Answer.Header> headers, String body, Consumer<Exchange> keep) {
        var all = new ArrayList<>(headers);
        all.addAll(gatewayHeaders);
        var request = new SentRequest(method, url, all, Map.of(), body);
        var at = clock.instant();
        var started = System.nanoTime();
        try {
            var answer = whole(request(request));
            redactor.learn(answer);
            var millis = (System.nanoTime() - started) / 1e6;
            keep.accept(exchanges.exchange(Exchange.Role.ENVIRONMENT, request, at, millis, Optional.of(answer)));
            return answer;
        } catch (InterruptedIOException e) {
            throw new TransportException("no whole answer within " + timeout.toSeconds() + " s", e);
        } catch (IOException e) {
            throw new TransportException(redactor.redact("no answer: " + e), e);
        }
    }

    private static HttpUriRequest request(SentRequest sent) {
        var request = RequestBuilder.create(sent.method()).setUri(sent.url());
        sent.headers().forEach(header -> request.addHeader(header.name(), header.value()));
        if (!sent.body().isEmpty()) {
            request.setEntity(new ByteArrayEntity(sent.body().getBytes(StandardCharsets.UTF_8)));
        }
        return request.build();
    }

    private Answer whole(HttpUriRequest request) throws IOException {
        var running = deadline.begin();
        try (running) {
            deadline.cutBy(request::abort);
            return client.execute(request, PlainHttpClient::answer);
        } catch (IOException e) {
            running.check();
            throw e;
        }
    }

    private static Answer answer(HttpResponse response) throws IOException {
        var headers = Arrays.stream(response.getAllHeaders())
                .map(header -> new Answer.Header(header.getName(), header.getValue()))
                .toList();
        var body = response.getEntity() == null
                ? new byte[0]
                : response.getEntity().getContent().readNBytes(LONGEST_ANSWER + 1);
        if (body.length > LONGEST_ANSWER) {
            throw new IOException("the answer is longer than " + LONGEST_ANSWER + " bytes");
        }
        return Answer.of(response.getStatusLine().getStatusCode(), headers, body);
    }
}
