package io.regcontract.endtoend.traffic;

import io.regcontract.check.answer.Answer;
import io.regcontract.suite.sabotage.RawResponse;
import io.regcontract.traffic.TrafficExchange;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A HAR with its secrets, as a browser writes one; some of its answers may be replaced. */
final class RawHar {

    private static final JsonMapper JSON = new JsonMapper();

    private RawHar() {}

    /** Writes exchanges, with other answers at some places. */
    static Path write(Path file, List<TrafficExchange> exchanges, Map<Integer, RawResponse> replaced)
            throws IOException {
        var root = JSON.createObjectNode();
        var log = root.putObject("log").put("version", "1.2");
        log.putObject("creator").put("name", "a test").put("version", "1");
        var entries = log.putArray("entries");
        for (int index = 0; index < exchanges.size(); index++) {
            var exchange = exchanges.get(index);
            var response = exchange.response().orElseThrow();
            var answer = replaced.getOrDefault(
                    index,
                    new RawResponse(
                            response.status(),
                            response.headers(),
                            response.body().bytes()));
            entry(entries.addObject(), exchange, answer);
        }
        return Files.write(file, JSON.writeValueAsBytes(root));
    }

    private static void entry(ObjectNode entry, TrafficExchange exchange, RawResponse answer) {
        entry.put("startedDateTime", exchange.at().orElseThrow().toString());
        entry.put("time", exchange.millis().orElse(0));
        var request =
                entry.putObject("request").put("method", exchange.method()).put("url", exchange.url());
        headers(request.putArray("headers"), exchange.headers());
        if (exchange.body().bytes().length > 0) {
            request.putObject("postData")
                    .put("mimeType", "application/x-www-form-urlencoded")
                    .put("text", exchange.body().text());
        }
        var response = entry.putObject("response").put("status", answer.status());
        headers(response.putArray("headers"), answer.headers());
        var content = response.putObject("content").put("size", answer.body().length);
        text(content, answer.body());
        entry.putObject("timings").put("send", 0).put("wait", 0).put("receive", 0);
    }

    /** What is no text is written as browsers do. */
    private static void text(ObjectNode content, byte[] body) {
        try {
            content.put(
                    "text",
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(body))
                            .toString());
        } catch (CharacterCodingException bytes) {
            content.put("text", java.util.Base64.getEncoder().encodeToString(body))
                    .put("encoding", "base64");
        }
    }

    private static void headers(ArrayNode into, List<Answer.Header> headers) {
        headers.forEach(header -> into.addObject().put("name", header.name()).put("value", header.value()));
    }
}
