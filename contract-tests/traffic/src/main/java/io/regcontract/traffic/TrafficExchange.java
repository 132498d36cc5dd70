package io.regcontract.traffic;

import io.regcontract.check.answer.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A request and its answer, as they were recorded or passed by. It has secrets and data of people, so it must not be
 * kept; what is kept of it is redacted first.
 *
 * @param place where it stands, for people: {@code shop.har, entry 12}
 * @param at when it was sent, where that is known
 * @param millis how long the answer took, where that is known
 * @param method HTTP method
 * @param url as the client wrote it: absolute
 * @param headers of the request, in their order
 * @param body of the request
 * @param response empty where none came or none was recorded
 */
public record TrafficExchange(
        String place,
        Optional<Instant> at,
        OptionalDouble millis,
        String method,
        String url,
        List<Answer.Header> headers,
        TrafficBody body,
        Optional<Response> response) {

    public TrafficExchange {
        headers = List.copyOf(headers);
    }

    /** First value of a header of the request, its name compared without case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Answer.Header::value)
                .findFirst();
    }

    /**
     * An answer.
     *
     * @param status HTTP status
     * @param headers in their order
     * @param body without what transfer and content encoding add
     */
    public record Response(int status, List<Answer.Header> headers, TrafficBody body) {

        public Response {
            headers = List.copyOf(headers);
        }
    }
}
