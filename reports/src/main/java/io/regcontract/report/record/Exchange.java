package io.regcontract.report.record;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One request and its answer, redacted when it was recorded.
 *
 * @param role set-up, world, drive, undo or twin
 * @param at when it began, UTC, as the record says it
 * @param failure why there is no response; empty when there is one
 * @param curl the request for a shell, secrets as variables
 */
public record Exchange(
        String role,
        String at,
        double millis,
        Request request,
        Optional<Response> response,
        String failure,
        String curl) {

    /** What was sent. */
    public record Request(String method, String url, List<Header> headers, String body) {}

    /**
     * What came back.
     *
     * @param truncated whether the body was longer than what was kept
     * @param size of the whole body in bytes, where it was longer and the record says so
     */
    public record Response(int status, List<Header> headers, String body, boolean truncated, OptionalLong size) {}

    /** A header line. */
    public record Header(String name, String value) {}

    /** The value of a response header, if there is one. */
    public Optional<String> responseHeader(String name) {
        return response.flatMap(answer -> answer.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst());
    }
}
