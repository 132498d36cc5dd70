package io.regcontract.suite.exchange;

import io.regcontract.check.Answer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Calls beside the contract: to a control plane, which is not the service under test. The JDK's client is enough. */
public final class PlainHttp {

    private final HttpClient client;
    private final Redactor redactor;
    private final Clock clock;
    private final Duration timeout;
    private final Curl curl;

    public PlainHttp(Redactor redactor, Clock clock, Duration timeout) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .build();
        this.redactor = redactor;
        this.clock = clock;
        this.timeout = timeout;
        this.curl = new Curl(redactor);
    }

    /**
     * Sends a request.
     *
     * @throws TransportFailure when no answer came
     */
    public Answer send(String method, String url, List<Answer.Header> headers, String body, Consumer<Exchange> keep) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(timeout);
        headers.forEach(header -> request.header(header.name(), header.value()));
        request.method(
                method,
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        var at = clock.instant();
        var started = System.nanoTime();
        try {
            var response = whole(request.build());
            var received = response.headers().map().entrySet().stream()
                    .flatMap(entry -> entry.getValue().stream().map(value -> new Answer.Header(entry.getKey(), value)))
                    .toList();
            var answer = Answer.of(response.statusCode(), received, response.body());
            redactor.learn(answer);
            keep.accept(new Exchange(
                    Exchange.Role.WORLD,
                    at,
                    (System.nanoTime() - started) / 1e6,
                    method,
                    redactor.redact(url),
                    headers.stream()
                            .map(header -> new Answer.Header(header.name(), redactor.redact(header.value())))
                            .toList(),
                    redactor.redact(body),
                    Optional.of(new Exchange.Response(
                            answer.status(),
                            received.stream()
                                    .map(header -> new Answer.Header(header.name(), redactor.redact(header.value())))
                                    .toList(),
                            redactor.redact(answer.body()),
                            false)),
                    curl.json(method, url, headers, body)));
            return answer;
        } catch (ExecutionException e) {
            throw new TransportFailure(redactor.redact("no answer: " + e.getCause()), e);
        } catch (TimeoutException e) {
            throw new TransportFailure("no whole answer within " + timeout.toSeconds() + " s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TransportFailure("interrupted while waiting for an answer", e);
        }
    }

    /** The timeout of a request ends with the headers of its answer; this one with the last byte of it. */
    private HttpResponse<byte[]> whole(HttpRequest request)
            throws InterruptedException, ExecutionException, TimeoutException {
        var answer = client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            answer.cancel(true);
        }
    }
}
