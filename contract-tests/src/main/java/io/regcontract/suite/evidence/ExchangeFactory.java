package io.regcontract.suite.evidence;

import io.regcontract.check.answer.Answer;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Makes of a request and its answer what is kept of them: redacted, and bounded to 64 Ki characters of a body. */
public final class ExchangeFactory {

    private static final int KEPT = 64 * 1024;

    private final Redactor redactor;
    private final Curl curl;

    /** A factory that takes out what a redactor knows when an exchange is made. */
    public ExchangeFactory(Redactor redactor) {
        this.redactor = redactor;
        this.curl = new Curl(redactor);
    }

    /**
     * What is kept.
     *
     * @param role what the request was for
     * @param at when it was sent
     * @param millis how long the answer took, or the failure
     * @param answer what came, unless nothing came
     */
    public Exchange exchange(
            Exchange.Role role, SentRequest request, Instant at, double millis, Optional<Answer> answer) {
        return new Exchange(
                role,
                at,
                millis,
                request.method(),
                redactor.redact(request.url()),
                redacted(request.headers()),
                redactor.redact(request.body()),
                answer.map(this::response),
                curl.command(request));
    }

    private Exchange.Response response(Answer answer) {
        var body = redactor.redact(answer.body());
        var truncated = body.length() > KEPT;
        return new Exchange.Response(
                answer.status(),
                redacted(answer.headers()),
                ServiceText.start(body, KEPT),
                truncated,
                truncated ? body.getBytes(StandardCharsets.UTF_8).length : 0);
    }

    private List<Answer.Header> redacted(List<Answer.Header> headers) {
        return headers.stream()
                .map(header -> new Answer.Header(header.name(), redactor.redact(header.value())))
                .toList();
    }
}
