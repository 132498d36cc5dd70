package io.regcontract.suite.transport;

import static io.restassured.config.DecoderConfig.decoderConfig;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static io.restassured.config.RedirectConfig.redirectConfig;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.call.Credential;
import io.regcontract.suite.evidence.Curl;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.signing.RequestSigner;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.http.HttpClientConnection;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpCoreContext;

/**
 * Sends calls to one service and reads every answer to its end. Configures REST-assured with a connection pool: by
 * default it opens a connection per call, and loses those whose body is not read.
 */
public final class ServiceClient {

    private static final String FORM = "application/x-www-form-urlencoded";

    /** Statuses with which a proxy reports that the service is down or overloaded. */
    private static final Set<Integer> GATEWAY = Set.of(429, 502, 503, 504);

    private static final int HTTPS_PORT = 443;

    private static final int KEPT = 64 * 1024;

    private static final Duration RESTED = Duration.ofSeconds(2);

    /** Redirects come from something in front of the service: its own codes are never HTTP statuses in this range. */
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int MOST_HEADERS = 200;

    private final URI baseAddress;
    private final Redactor redactor;
    private final Clock clock;
    private final RestAssuredConfig config;
    private final Curl curl;
    private final List<CallInterceptor> escorts;
    private final int setUpAttempts;
    private final boolean careful;
    private final Deadline deadline;

    /** A way to a service whose certificate, where it has one, the JDK trusts. */
    public ServiceClient(URI baseAddress, Redactor redactor, Clock clock, Duration timeout, int inFlight) {
        this(baseAddress, redactor, clock, timeout, inFlight, TrustedCertificates::byDefault);
    }

    /**
     * @param timeout for a connection, for the next bytes of an answer, and for a call as a whole
     * @param trust whose certificates are trusted; asked where the address has one, since it takes a while to know them all
     */
    public ServiceClient(
            URI baseAddress,
            Redactor redactor,
            Clock clock,
            Duration timeout,
            int inFlight,
            Supplier<SSLContext> trust) {
        this.baseAddress = baseAddress;
        this.redactor = redactor;
        this.clock = clock;
        this.curl = new Curl(redactor);
        this.escorts = List.of();
        this.setUpAttempts = 1;
        this.careful = false;
        this.deadline = new Deadline(timeout);
        var connections = pool(inFlight);
        if ("https".equalsIgnoreCase(baseAddress.getScheme())) {
            trust(connections, trust.get());
        }
        // One client per thread over one shared pool. REST-assured changes its client's interceptors with each call, so
        // a shared client could ask for a compressed answer that is never decompressed.
        var clients = ThreadLocal.withInitial(() -> client(connections, timeout, deadline));
        this.config = RestAssuredConfig.newConfig()
                .httpClient(httpClientConfig().httpClientFactory(clients::get))
                .redirect(redirectConfig().followRedirects(false))
                // Nothing packed: what is judged, kept and shown is what stood on the wire.
                .decoderConfig(decoderConfig().noContentDecoders())
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultContentCharset(StandardCharsets.UTF_8)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(FORM, ContentType.TEXT));
    }

    private ServiceClient(ServiceClient other, List<CallInterceptor> escorts, int setUpAttempts, boolean careful) {
        this.baseAddress = other.baseAddress;
        this.redactor = other.redactor;
        this.clock = other.clock;
        this.config = other.config;
        this.curl = other.curl;
        this.escorts = List.copyOf(escorts);
        this.setUpAttempts = setUpAttempts;
        this.careful = careful;
        this.deadline = other.deadline;
    }

    /**
     * A client with one more interceptor. Interceptors are called in the order they were added before a call, and in
     * reverse order after it.
     */
    public ServiceClient interceptedBy(CallInterceptor escort) {
        return new ServiceClient(
                this, Stream.concat(escorts.stream(), Stream.of(escort)).toList(), setUpAttempts, careful);
    }

    /**
     * A client that repeats set-up calls while the service answers "too many requests". The call under test, its twin
     * and its undo are sent once.
     *
     * @param attempts how often in all, at least 1
     */
    public ServiceClient retryingSetUp(int attempts) {
        return new ServiceClient(this, escorts, attempts, careful);
    }

    /**
     * A client that does not repeat a call whose answer was lost, since the service may have executed it.
     */
    public ServiceClient withoutRetryOnLoss() {
        return new ServiceClient(this, escorts, setUpAttempts, true);
    }

    public URI baseAddress() {
        return baseAddress;
    }

    /**
     * Sends a call.
     *
     * @param keep receives the exchange as it may be kept, with or without an answer, one for each attempt
     * @throws TransportException when no answer of the service came
     * @throws CallBlockedException when an escort kept it from leaving
     */
    public TimedAnswer send(Call call, Exchange.Role role, Consumer<Exchange> keep) {
        for (int attempt = 1; ; attempt++) {
            var answered = escorted(call, role, keep);
            var last = role != Exchange.Role.SET_UP || attempt >= setUpAttempts;
            var again = ThrottledAnswer.in(answered.answer()).filter(congestion -> !careful || congestion.turnedAway());
            if (last || again.isEmpty()) {
                rejectGatewayAnswer(answered.answer());
                return answered;
            }
        }
    }

    private TimedAnswer escorted(Call call, Exchange.Role role, Consumer<Exchange> keep) {
        var journeys = new ArrayDeque<CallInterceptor.CallScope>();
        var answer = Optional.<Answer>empty();
        try {
            for (var escort : escorts) {
                journeys.push(escort.beforeCall(call, role));
            }
            var answered = once(call, role, keep);
            answer = Optional.of(answered.answer());
            return answered;
        } finally {
            for (var journey : journeys) {
                journey.afterCall(answer);
            }
        }
    }

    private TimedAnswer once(Call call, Exchange.Role role, Consumer<Exchange> keep) {
        redactor.learn(call.parameters());
        var parameters = new LinkedHashMap<>(call.parameters());
        var headers = new ArrayList<Answer.Header>();
        identify(call.credential(), parameters, headers);
        call.headers().forEach((name, value) -> headers.add(new Answer.Header(name, value)));
        if (call.credential() instanceof Credential.Signature signed) {
            headers.addAll(RequestSigner.headers(signed, call.operation(), parameters, clock.instant()));
        }
        redactor.learn(headers);
        var url = baseAddress.toString().replaceFirst("/$", "") + call.operation();
        redactor.learnText(url);
        var body = encoded(parameters);
        var sent = clock.instant();
        var started = System.nanoTime();
        try {
            var answer = post(url, headers, body);
            var millis = (System.nanoTime() - started) / 1e6;
            var answered = new TimedAnswer(answer, sent, clock.instant());
            redactor.learn(answer);
            keep.accept(exchange(role, answered, millis, url, headers, parameters, body, Optional.of(answer)));
            return answered;
        } catch (IOException e) {
            var millis = (System.nanoTime() - started) / 1e6;
            keep.accept(exchange(
                    role,
                    new TimedAnswer(Answer.of(0, List.of(), new byte[0]), sent, sent),
                    millis,
                    url,
                    headers,
                    parameters,
                    body,
                    Optional.empty()));
            throw new TransportException(redactor.redact(words(e)), e);
        }
    }

    private Answer post(String url, List<Answer.Header> headers, String body) throws IOException {
        RequestSpecification request = RestAssured.given().config(config).accept("application/json");
        headers.forEach(header -> request.header(header.name(), header.value()));
        var running = deadline.begin();
        try (running) {
            var response = request.contentType(FORM).body(body).post(url);
            var received = response.headers().asList().stream()
                    .map(header -> new Answer.Header(header.getName(), header.getValue()))
                    .toList();
            var answer = Answer.of(response.statusCode(), received, response.asByteArray());
            rejectTruncatedAnswer(answer);
            return answer;
        } catch (RuntimeException e) {
            if (running.passed()) {
                throw new InterruptedIOException("the call as a whole took too long");
            }
            // REST-assured, being Groovy, throws checked exceptions undeclared, and wraps some.
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw e;
        } catch (IOException e) {
            if (running.passed()) {
                throw new InterruptedIOException("the call as a whole took too long");
            }
            throw e;
        }
    }

    /**
     * Without a length, an answer that ends with the connection may be truncated. If it is not valid JSON either, it is
     * rejected.
     */
    private static void rejectTruncatedAnswer(Answer answer) throws IOException {
        if (answer.header("Content-Length")
                        .filter(length -> length.matches("\\d+"))
                        .isEmpty()
                && answer.header("Transfer-Encoding").isEmpty()
                && !(answer.json() instanceof Body.Json)) {
            throw new IOException("the connection ended in the middle of an answer that does not say how long it is");
        }
    }

    private String blob(String clientId, String secret) {
        redactor.registerBasic("CLIENT_SECRET", clientId, secret);
        return Base64.getEncoder().encodeToString((clientId + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private void identify(Credential credential, Map<String, String> parameters, List<Answer.Header> headers) {
        if (credential instanceof Credential.Basic basic) {
            headers.add(new Answer.Header("Authorization", "Basic " + blob(basic.clientId(), basic.secret())));
        } else if (credential instanceof Credential.WithoutScheme bare) {
            headers.add(new Answer.Header("Authorization", blob(bare.clientId(), bare.secret())));
        } else if (credential instanceof Credential.Parameters pair) {
            redactor.registerClientSecret("CLIENT_SECRET", pair.secret());
            parameters.put("client_id", pair.clientId());
            parameters.put("client_secret", pair.secret());
        } else if (credential instanceof Credential.Signature signed) {
            redactor.registerClientSecret("CLIENT_SECRET", signed.secret());
        } else if (credential instanceof Credential.TokenParameter bearer) {
            redactor.learn(Map.of(bearer.parameter(), bearer.token()));
            parameters.put(bearer.parameter(), bearer.token());
        } else if (credential instanceof Credential.ClientIdOnly client) {
            parameters.put("client_id", client.clientId());
        } else if (credential instanceof Credential.OAuthHeader oauth) {
            redactor.learn(Map.of("access_token", oauth.token()));
            headers.add(new Answer.Header("Authorization", "OAuth " + oauth.token()));
        } else if (credential instanceof Credential.Scheme other) {
            headers.add(new Answer.Header("Authorization", other.scheme() + " " + other.value()));
        }
    }

    private Exchange exchange(
            Exchange.Role role,
            TimedAnswer answered,
            double millis,
            String url,
            List<Answer.Header> headers,
            Map<String, String> parameters,
            String body,
            Optional<Answer> answer) {
        return new Exchange(
                role,
                answered.sent(),
                millis,
                "POST",
                redactor.redact(url),
                redacted(headers),
                redactor.redact(body),
                answer.map(this::kept),
                curl.form(url, headers, parameters));
    }

    private Exchange.Response kept(Answer answer) {
        var body = redactor.redact(answer.body());
        var truncated = body.length() > KEPT;
        return new Exchange.Response(
                answer.status(),
                redacted(answer.headers()),
                truncated ? body.substring(0, kept(body)) : body,
                truncated);
    }

    /** Not between the halves of a character. */
    private static int kept(String body) {
        return Character.isHighSurrogate(body.charAt(KEPT - 1)) ? KEPT - 1 : KEPT;
    }

    private List<Answer.Header> redacted(List<Answer.Header> headers) {
        return headers.stream()
                .map(header -> new Answer.Header(header.name(), redactor.redact(header.value())))
                .toList();
    }

    private static void rejectGatewayAnswer(Answer answer) {
        var coding = answer.header("Content-Encoding").map(String::strip).orElse("");
        if (!coding.isEmpty() && !coding.equalsIgnoreCase("identity") && !(answer.json() instanceof Body.Json)) {
            throw new PackedAnswer(Answer.bounded(coding));
        }
        if (REDIRECTS.contains(answer.status())) {
            throw new TransportException("HTTP " + answer.status() + " to "
                    + Answer.bounded(answer.header("Location").orElse("nowhere"))
                    + ": something in front of the service sends calls elsewhere");
        }
        if (GATEWAY.contains(answer.status()) && !(answer.json() instanceof Body.Json)) {
            throw new TransportException("HTTP " + answer.status()
                    + " without JSON: something in front of the service answered in its place");
        }
    }

    private static String encoded(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String words(IOException e) {
        if (e instanceof ConnectException) {
            return "the service refuses connections (" + e.getMessage() + ")";
        }
        if (e instanceof UnknownHostException) {
            return "no such host: " + e.getMessage();
        }
        if (e instanceof InterruptedIOException) {
            return "no answer in time (" + e.getMessage() + ")";
        }
        if (e instanceof SSLException) {
            return "TLS failed: " + e.getMessage();
        }
        return "the connection broke: " + e.getMessage();
    }

    @SuppressWarnings("deprecation") // The only pool that REST-assured 5 can drive: it needs an AbstractHttpClient.
    private static PoolingClientConnectionManager pool(int inFlight) {
        var connections = new StrictConnectionManager();
        connections.setMaxTotal(inFlight * 2);
        connections.setDefaultMaxPerRoute(inFlight * 2);
        return connections;
    }

    @SuppressWarnings("deprecation")
    private static void trust(PoolingClientConnectionManager connections, SSLContext trust) {
        connections.getSchemeRegistry().register(new Scheme("https", HTTPS_PORT, new SSLSocketFactory(trust)));
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

    @SuppressWarnings("deprecation")
    private static DefaultHttpClient client(
            PoolingClientConnectionManager connections, Duration timeout, Deadline deadline) {
        var client = new DefaultHttpClient(connections);
        var millis = Math.toIntExact(timeout.toMillis());
        client.getParams().setIntParameter(CoreConnectionPNames.CONNECTION_TIMEOUT, millis);
        client.getParams().setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
        // The stale check costs a millisecond per call, so it is off; instead, a connection that was idle for two
        // seconds is not reused.
        client.getParams().setBooleanParameter(CoreConnectionPNames.STALE_CONNECTION_CHECK, false);
        client.setKeepAliveStrategy((response, context) -> RESTED.toMillis());
        client.setHttpRequestRetryHandler((failure, attempt, context) -> false);
        client.getParams().setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
        client.getParams().setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
        client.addRequestInterceptor((request, context) -> deadline.cutBy(cut(connection(context))));
        client.addResponseInterceptor((response, context) -> BoundedEntity.bound(response, connection(context)));
        return client;
    }
}
