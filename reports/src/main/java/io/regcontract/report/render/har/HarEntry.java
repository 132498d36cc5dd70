package io.regcontract.report.render.har;

import io.regcontract.report.record.Exchange;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** An exchange as an entry of a HAR. What the record does not know is -1 or empty, as HAR 1.2 says. */
final class HarEntry {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String UNKNOWN = "x-unknown";
    private static final int NOT_KNOWN = -1;

    private HarEntry() {}

    static Map<String, Object> of(String requirement, Exchange exchange) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("startedDateTime", MILLISECONDS.format(Instant.parse(exchange.at())));
        entry.put("time", exchange.millis());
        entry.put("request", request(exchange.request()));
        entry.put(
                "response",
                exchange.response().map(HarEntry::response).orElseGet(() -> noResponse(exchange.failure())));
        entry.put("cache", Map.of());
        entry.put("timings", timings(exchange.millis()));
        entry.put("comment", requirement + ", " + exchange.role());
        return entry;
    }

    private static Map<String, Object> request(Exchange.Request request) {
        var line = new LinkedHashMap<String, Object>();
        line.put("method", request.method());
        line.put("url", request.url());
        // The record does not keep it, and the suite speaks no other.
        line.put("httpVersion", "HTTP/1.1");
        line.put("cookies", List.of());
        line.put("headers", headers(request.headers()));
        line.put("queryString", NamedValues.ofQuery(request.url()));
        if (!request.body().isEmpty()) {
            line.put("postData", postData(request));
        }
        line.put("headersSize", NOT_KNOWN);
        line.put("bodySize", length(request.body()));
        return line;
    }

    private static Map<String, Object> postData(Exchange.Request request) {
        // A record has the headers that the suite chose; its client adds the content type of a form.
        var type = header(request.headers(), "Content-Type")
                .orElse(request.body().startsWith("{") ? "application/json" : FORM);
        var data = new LinkedHashMap<String, Object>();
        data.put("mimeType", type);
        data.put("params", type.startsWith(FORM) ? NamedValues.of(request.body()) : List.of());
        data.put("text", request.body());
        return data;
    }

    private static Map<String, Object> response(Exchange.Response response) {
        var line = new LinkedHashMap<String, Object>();
        line.put("status", response.status());
        line.put("statusText", "");
        line.put("httpVersion", "HTTP/1.1");
        line.put("cookies", List.of());
        line.put("headers", headers(response.headers()));
        line.put("content", content(response));
        line.put("redirectURL", header(response.headers(), "Location").orElse(""));
        line.put("headersSize", NOT_KNOWN);
        line.put("bodySize", NOT_KNOWN);
        return line;
    }

    private static Map<String, Object> content(Exchange.Response response) {
        var kept = length(response.body());
        var content = new LinkedHashMap<String, Object>();
        content.put("size", response.truncated() ? response.size().orElse(kept + 1L) : kept);
        content.put("mimeType", header(response.headers(), "Content-Type").orElse(UNKNOWN));
        content.put("text", response.body());
        if (response.truncated()) {
            content.put(
                    "comment",
                    "Cut off when it was recorded: the first " + kept + " bytes of "
                            + (response.size().isPresent()
                                    ? String.valueOf(response.size().getAsLong())
                                    : "more") + ".");
        }
        return content;
    }

    /** As browsers write it: status 0. */
    private static Map<String, Object> noResponse(String failure) {
        var line = new LinkedHashMap<String, Object>();
        line.put("status", 0);
        line.put("statusText", "");
        line.put("httpVersion", "");
        line.put("cookies", List.of());
        line.put("headers", List.of());
        line.put("content", Map.of("size", 0, "mimeType", UNKNOWN));
        line.put("redirectURL", "");
        line.put("headersSize", NOT_KNOWN);
        line.put("bodySize", NOT_KNOWN);
        line.put("comment", failure.isEmpty() ? "There was no response." : "There was no response: " + failure);
        return line;
    }

    /** The record has one time for all of it. */
    private static Map<String, Object> timings(double millis) {
        var timings = new LinkedHashMap<String, Object>();
        timings.put("send", 0);
        timings.put("wait", millis);
        timings.put("receive", 0);
        return timings;
    }

    private static List<Map<String, Object>> headers(List<Exchange.Header> headers) {
        return headers.stream()
                .map(header -> NamedValues.named(header.name(), header.value()))
                .toList();
    }

    private static Optional<String> header(List<Exchange.Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Exchange.Header::value)
                .findFirst();
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
