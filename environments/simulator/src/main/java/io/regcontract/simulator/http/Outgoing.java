package io.regcontract.simulator.http;

import io.regcontract.simulator.wire.WireAnswer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Writes answers as bytes: head and body in one piece, so that they leave in one. */
final class Outgoing {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US).withZone(ZoneOffset.UTC);
    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(200, "OK"),
            Map.entry(204, "No Content"),
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(409, "Conflict"),
            Map.entry(413, "Content Too Large"),
            Map.entry(431, "Request Header Fields Too Large"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(501, "Not Implemented"),
            Map.entry(505, "HTTP Version Not Supported"));

    private final Clock clock;
    private volatile Second second = new Second(Long.MIN_VALUE, "");

    /** A second, and how HTTP writes it. */
    private record Second(long number, String date) {}

    Outgoing(Clock clock) {
        this.clock = clock;
    }

    /**
     * The bytes of an answer.
     *
     * @param bodiless whether there must be no body, whatever the answer has
     * @param connection what becomes of the connection, as the header says it; empty to say nothing
     */
    ByteBuffer bytes(WireAnswer answer, boolean bodiless, String connection) {
        var head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(answer.status())
                .append(' ')
                .append(REASONS.getOrDefault(answer.status(), ""))
                .append("\r\nDate: ")
                .append(date())
                .append("\r\n");
        answer.headers().forEach((name, value) -> header(head, name, value));
        if (!connection.isEmpty()) {
            header(head, "Connection", connection);
        }
        if (!bodiless) {
            header(head, "Content-Length", Integer.toString(answer.body().length));
        }
        head.append("\r\n");
        var text = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        int length = text.length + (bodiless ? 0 : answer.body().length);
        var bytes = ByteBuffer.allocate(length).put(text);
        return (bodiless ? bytes : bytes.put(answer.body())).flip();
    }

    private static void header(StringBuilder head, String name, String value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private String date() {
        long now = Math.floorDiv(clock.millis(), 1_000L);
        var known = second;
        if (known.number() != now) {
            known = new Second(now, HTTP_DATE.format(Instant.ofEpochSecond(now)));
            second = known;
        }
        return known.date();
    }
}
