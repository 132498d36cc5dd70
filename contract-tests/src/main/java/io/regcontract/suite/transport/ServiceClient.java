package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.call.Call;
import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.evidence.ExchangeFactory;
import io.regcontract.suite.evidence.SentRequest;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.signing.EncodedCall;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Sends calls to one service: with their credentials, through the interceptors, and with a record of each exchange. */
public final class ServiceClient {

    private final URI baseAddress;
    private final Redactor redactor;
    private final Clock clock;
    private final PooledHttpTransport transport;
    private final ExchangeFactory exchanges;
    private final List<Answer.Header> gatewayHeaders;
    private final List<CallInterceptor> interceptors;
    private final int setUpAttempts;
    private final boolean repeatsOnLoss;
    private final boolean keepsEvidence;

    /** A client of a service whose certificate, where it has one, the JDK trusts. */
    public ServiceClient(URI baseAddress, Redactor redactor, Clock clock, Duration timeout, int inFlight) {
        this(baseAddress, redactor, clock, timeout, inFlight, TrustedCertificates::byDefault);
    }

    /**
     * A client of a service.
     *
     * @param timeout for a connection, for the next bytes of an answer, and for a call as a whole
     * @param inFlight how many calls are under way at once
     * @param trust whose certificates are trusted; asked for HTTPS alone, since it takes a while to load them all
     */
    public ServiceClient(
            URI baseAddress,
            Redactor redactor,
            Clock clock,
            Duration timeout,
            int inFlight,
            Supplier<SSLContext> trust) {
        this(baseAddress, redactor, clock, timeout, inFlight, trust, List.of());
    }

    /**
     * A client of a service behind a gateway.
     *
     * @param gatewayHeaders sent with every call, beside the API's own credentials; their secrets are the redactor's to know
     */
    public ServiceClient(
            URI baseAddress,
            Redactor redactor,
            Clock clock,
            Duration timeout,
            int inFlight,
            Supplier<SSLContext> trust,
            List<Answer.Header> gatewayHeaders) {
        this.gatewayHeaders = List.copyOf(gatewayHeaders);
        this.baseAddress = baseAddress;
        this.redactor = redactor;
        this.clock = clock;
        this.transport = new PooledHttpTransport(
                timeout,
                inFlight,
                "https".equalsIgnoreCase(baseAddress.getScheme()) ? Optional.of(trust.get()) : Optional.empty());
        this.exchanges = new ExchangeFactory(redactor);
        this.interceptors = List.of();
        this.setUpAttempts = 1;
        this.repeatsOnLoss = true;
        this.keepsEvidence = true;
    }

    private ServiceClient(
            ServiceClient other,
            List<CallInterceptor> interceptors,
            int setUpAttempts,
            boolean repeatsOnLoss,
            boolean keepsEvidence) {
        this.baseAddress = other.baseAddress;
        this.redactor = other.redactor;
        this.clock = other.clock;
        this.transport = other.transport;
        this.exchanges = other.exchanges;
        this.gatewayHeaders = other.gatewayHeaders;
        this.interceptors = List.copyOf(interceptors);
        this.setUpAttempts = setUpAttempts;
        this.repeatsOnLoss = repeatsOnLoss;
        this.keepsEvidence = keepsEvidence;
    }

    /**
     * A client with one more interceptor. Interceptors are called in the order they were added before a call, and in
     * reverse order after it.
     */
    public ServiceClient interceptedBy(CallInterceptor interceptor) {
        return new ServiceClient(
                this,
                Stream.concat(interceptors.stream(), Stream.of(interceptor)).toList(),
                setUpAttempts,
                repeatsOnLoss,
                keepsEvidence);
    }

    /**
     * A client that repeats set-up calls while the service answers "too many requests". The call under test, its twin
     * and its undo are sent once.
     *
     * @param attempts how often in all, at least 1
     */
    public ServiceClient retryingSetUp(int attempts) {
        return new ServiceClient(this, interceptors, attempts, repeatsOnLoss, keepsEvidence);
    }

    /** A client that does not repeat a call whose answer was lost, since the service may have executed it. */
    public ServiceClient withoutRetryOnLoss() {
        return new ServiceClient(this, interceptors, setUpAttempts, false, keepsEvidence);
    }

    /**
     * A client for answers with the data of many people: it makes no exchange of them, which would be redacted value by
     * value, and learns no secret from them. Whoever uses it shows nothing of an answer.
     */
    public ServiceClient withoutEvidence() {
        return new ServiceClient(this, interceptors, setUpAttempts, repeatsOnLoss, false);
    }

    /** The address of the service. */
    public URI baseAddress() {
        return baseAddress;
    }

    /**
     * Sends a call.
     *
     * @param keep receives the exchange as it may be kept, with or without an answer, one for each attempt
     * @throws TransportException when no answer of the service came
     * @throws CallBlockedException when an interceptor kept it from leaving
     */
    public TimedAnswer send(Call call, Exchange.Role role, Consumer<Exchange> keep) {
        for (int attempt = 1; ; attempt++) {
            var answered = intercepted(call, role, keep);
            var last = role != Exchange.Role.SET_UP || attempt >= setUpAttempts;
            var throttled =
                    ThrottledAnswer.in(answered.answer()).filter(throttle -> repeatsOnLoss || throttle.turnedAway());
            if (last || throttled.isEmpty()) {
                AnswerSanity.rejectGatewayAnswer(answered.answer());
                return answered;
            }
        }
    }

    private TimedAnswer intercepted(Call call, Exchange.Role role, Consumer<Exchange> keep) {
        var scopes = new ArrayDeque<CallInterceptor.CallScope>();
        var answer = Optional.<Answer>empty();
        try {
            for (var interceptor : interceptors) {
                scopes.push(interceptor.beforeCall(call, role));
            }
            var answered = once(call, role, keep);
            answer = Optional.of(answered.answer());
            return answered;
        } finally {
            for (var scope : scopes) {
                scope.afterCall(answer);
            }
        }
    }

    private TimedAnswer once(Call call, Exchange.Role role, Consumer<Exchange> keep) {
        redactor.learn(call.parameters());
        redactor.learn(call.credential());
        var encoded = EncodedCall.of(call, clock);
        redactor.learn(encoded.headers());
        var url = baseAddress.toString().replaceFirst("/$", "") + call.operation();
        redactor.learnText(url);
        var headers = Stream.concat(encoded.headers().stream(), gatewayHeaders.stream())
                .toList();
        var request = SentRequest.form(url, headers, encoded.parameters());
        var sent = clock.instant();
        var started = System.nanoTime();
        try {
            var answer = transport.post(request);
            var millis = (System.nanoTime() - started) / 1e6;
            var answered = new TimedAnswer(answer, sent, clock.instant());
            if (keepsEvidence) {
                redactor.learn(answer);
                keep.accept(exchanges.exchange(role, request, sent, millis, Optional.of(answer)));
            }
            return answered;
        } catch (IOException e) {
            var millis = (System.nanoTime() - started) / 1e6;
            keep.accept(exchanges.exchange(role, request, sent, millis, Optional.empty()));
            throw new TransportException(redactor.redact(TransportErrors.describe(e)), e);
        }
    }
}
