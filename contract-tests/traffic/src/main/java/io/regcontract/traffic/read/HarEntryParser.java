package io.regcontract.traffic.read;

import io.regcontract.check.answer.Answer;
import io.regcontract.traffic.TrafficBody;
import io.regcontract.traffic.TrafficBody.Flaw;
import io.regcontract.traffic.TrafficExchange;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Makes an exchange of an entry of a HAR, as the many tools write one. */
final class HarEntryParser extends PieceParser {

    private static final PrunedTree WANTED = new PrunedTree(Map.of(
            "",
            Set.of("startedDateTime", "time", "request", "response"),
            "/request",
            Set.of("method", "url", "headers", "postData", "bodySize"),
            "/request/postData",
            Set.of("text", "encoding", "params"),
            "/response",
            Set.of("status", "headers", "content", "bodySize"),
            "/response/content",
            Set.of("size", "text", "encoding")));

    @Override
    JsonNode tree(byte[] bytes) {
        try (var parser = parser(bytes)) {
            return WANTED.read(parser);
        }
    }

    @Override
    ParsedPiece parse(JsonNode entry, String place) {
        var request = entry.path("request");
        if (!request.path("url").isString()) {
            return ParsedPiece.broken("has no request with a url");
        }
        var headers = RecordedJson.headers(request.path("headers"));
        return ParsedPiece.of(new TrafficExchange(
                place,
                RecordedJson.time(entry.path("startedDateTime")),
                RecordedJson.millis(entry.path("time")),
                RecordedJson.text(request.path("method")).toUpperCase(Locale.ROOT),
                request.path("url").stringValue(),
                headers,
                requestBody(request, headers),
                response(entry.path("response"))));
    }

    private static TrafficBody requestBody(JsonNode request, List<Answer.Header> headers) {
        var data = request.path("postData");
        var text = data.path("text");
        if (text.isString() && !text.stringValue().isEmpty()) {
            return data.path("encoding").asString("").equals("base64")
                    ? BodyDecoder.ofBase64(text.stringValue(), headers)
                    : BodyDecoder.ofText(text.stringValue());
        }
        if (!data.path("params").isEmpty()) {
            return BodyDecoder.ofText(data.path("params")
                    .valueStream()
                    .map(each -> encoded(each.path("name")) + "=" + encoded(each.path("value")))
                    .collect(Collectors.joining("&")));
        }
        return request.path("bodySize").asInt(0) > 0 || hasLength(headers)
                ? new TrafficBody(new byte[0], Flaw.CUT_OFF)
                : TrafficBody.NONE;
    }

    private static String encoded(JsonNode text) {
        return URLEncoder.encode(RecordedJson.text(text), StandardCharsets.UTF_8);
    }

    private static boolean hasLength(List<Answer.Header> headers) {
        return RecordedJson.header(headers, "Content-Length")
                .filter(length -> length.matches("0*[1-9][0-9]*"))
                .isPresent();
    }

    private static Optional<TrafficExchange.Response> response(JsonNode response) {
        int status = response.path("status").asInt(0);
        if (status < 100 || status > 999) {
            return Optional.empty();
        }
        var headers = RecordedJson.headers(response.path("headers"));
        return Optional.of(
                new TrafficExchange.Response(status, headers, body(response, response.path("content"), headers)));
    }

    private static TrafficBody body(JsonNode response, JsonNode content, List<Answer.Header> headers) {
        var text = content.path("text");
        long size = content.path("size").asLong(0);
        if (!text.isString() || text.stringValue().isEmpty()) {
            var sent = size > 0 || response.path("bodySize").asLong(0) > 0 || hasLength(headers);
            return sent ? new TrafficBody(new byte[0], Flaw.CUT_OFF) : TrafficBody.NONE;
        }
        var body = content.path("encoding").asString("").equals("base64")
                ? BodyDecoder.ofBase64(text.stringValue(), headers)
                : BodyDecoder.ofText(text.stringValue());
        return body.isWhole() && body.bytes().length < size ? new TrafficBody(body.bytes(), Flaw.CUT_OFF) : body;
    }
}
