package io.regcontract.suite.sabotage;

import io.regcontract.check.answer.Answer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * An answer on its way: status, header lines and bytes. Header lines that belong to one connection are not part of it.
 * Immutable.
 */
public final class RawResponse {

    private static final Set<String> OF_ONE_CONNECTION =
            Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date");

    private final int status;
    private final List<Answer.Header> headers;
    private final byte[] body;

    /** @param headers in order, names as they came */
    public RawResponse(int status, List<Answer.Header> headers, byte[] body) {
        this.status = status;
        this.headers = headers.stream()
                .filter(header -> !OF_ONE_CONNECTION.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
        this.body = body.clone();
    }

    /** The response that a recorded answer came in. */
    public static RawResponse of(Answer answer) {
        return new RawResponse(answer.status(), answer.headers(), answer.body().getBytes(StandardCharsets.UTF_8));
    }

    /** The answer as a client reads it. */
    public Answer answer() {
        return Answer.of(status, headers, body);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The headers, in order. */
    public List<Answer.Header> headers() {
        return headers;
    }

    /** A copy of the body. */
    public byte[] body() {
        return body.clone();
    }

    /** The body as text; bytes that are no UTF-8 are replaced. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    RawResponse status(int other) {
        return new RawResponse(other, headers, body);
    }

    RawResponse body(byte[] other) {
        return new RawResponse(status, headers, other);
    }

    RawResponse text(String other) {
        return body(other.getBytes(StandardCharsets.UTF_8));
    }

    RawResponse without(String header) {
        return new RawResponse(
                status,
                headers.stream()
                        .filter(one -> !one.name().equalsIgnoreCase(header))
                        .toList(),
                body);
    }

    RawResponse and(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(new Answer.Header(header, value));
        return new RawResponse(status, more, body);
    }

    RawResponse header(String header, String value) {
        return without(header).and(header, value);
    }
}
