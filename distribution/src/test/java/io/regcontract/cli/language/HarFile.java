package io.regcontract.cli.language;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.evidence.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exchanges as HAR 1.2, for tools that read it. */
final class HarFile {

    private static final JsonMapper JSON = new JsonMapper();

    private HarFile() {}

    /** An exchange, with what is said to have come in place of what came. */
    record Entry(Exchange exchange, int status, List<Answer.Header> headers, String body) {

        static Entry of(Exchange exchange) {
            var response = exchange.response().orElseThrow();
            return new Entry(exchange, response.status(), response.headers(), response.body());
        }
    }

    static Path write(Path file, List<Entry> entries) throws IOException {
        var root = JSON.createObjectNode();
        var log = root.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "regcontract").put("version", "test");
        var array = log.putArray("entries");
        entries.forEach(entry -> add(array.addObject(), entry));
        return Files.writeString(file, JSON.writeValueAsString(root));
    }

    private static void add(ObjectNode node, Entry entry) {
        var exchange = entry.exchange();
        node.put("startedDateTime", exchange.at().toString()).put("time", exchange.millis());
        var request = node.putObject("request")
                .put("method", exchange.method())
                .put("url", exchange.url())
                .put("httpVersion", "HTTP/1.1");
        request.putArray("cookies");
        headers(request.putArray("headers"), exchange.headers());
        query(request.putArray("queryString"), exchange.url());
        if (!exchange.body().isEmpty()) {
            request.putObject("postData")
                    .put("mimeType", contentType(exchange.headers()))
                    .put("text", exchange.body());
        }
        request.put("headersSize", -1).put("bodySize", exchange.body().length());
        var response = node.putObject("response")
                .put("status", entry.status())
                .put("statusText", "")
                .put("httpVersion", "HTTP/1.1");
        response.putArray("cookies");
        headers(response.putArray("headers"), entry.headers());
        response.putObject("content")
                .put("size", entry.body().length())
                .put("mimeType", contentType(entry.headers()))
                .put("text", entry.body());
        response.put("redirectURL", "").put("headersSize", -1).put("bodySize", -1);
        node.putObject("cache");
        node.putObject("timings").put("send", 0).put("wait", exchange.millis()).put("receive", 0);
    }

    private static void query(ArrayNode array, String url) {
        var at = url.indexOf('?');
        if (at >= 0) {
            for (var pair : url.substring(at + 1).split("&", -1)) {
                var parts = pair.split("=", 2);
                array.addObject().put("name", parts[0]).put("value", parts.length > 1 ? parts[1] : "");
            }
        }
    }

    private static void headers(ArrayNode array, List<Answer.Header> headers) {
        headers.forEach(header -> array.addObject().put("name", header.name()).put("value", header.value()));
    }

    private static String contentType(List<Answer.Header> headers) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("Content-Type"))
                .map(Answer.Header::value)
                .findFirst()
                .orElse("");
    }
}
