package io.regcontract.cli.language;

import io.regcontract.contract.Contract;
import io.regcontract.suite.evidence.Exchange;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Examples of answers, chosen from what a run exchanged: for each operation its shortest success, for each code its shortest
 * error. What is another in each run is replaced by what is always the same.
 */
final class AnswerExamples {

    private static final JsonMapper JSON = new JsonMapper();

    /** What differs from run to run, and what stands in its place; in this order, as names may look like ids. */
    private static final List<Replacement> ALWAYS_THE_SAME = List.of(
            new Replacement("\"(request_token|request_id)\":\"[^\"]{16}\"", "\"$1\":\"ze7eyupk6qf5umek\""),
            new Replacement("\"\\$\\{([A-Z_]+?)(_\\d+)?}\"", "\"example of $1\""),
            new Replacement("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "9a8b7c6d-1234-4cde-8f01-23456789abcd"),
            new Replacement("\\b[2-9a-z]{32}\\b", "xtgd4fvcubk5e8hxnm2ys9q3pwrz7ajb"),
            new Replacement("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{6}", "2026-01-02 03:04:05.678901"),
            new Replacement("20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\+", "2026-01-02 03:04:05 +"),
            new Replacement("\\b20\\d{18}\\b", "20260102030405678901"),
            new Replacement("\\br[-0-9a-zA-Z_${}]*?x\\d+", "example-"));

    private record Replacement(Pattern pattern, String text) {

        Replacement(String pattern, String text) {
            this(Pattern.compile(pattern), text);
        }
    }

    private final Map<String, JsonNode> successes = new TreeMap<>();
    private final Map<Integer, JsonNode> errors = new TreeMap<>();
    private final Map<Integer, JsonNode> ofOAuth = new TreeMap<>();

    AnswerExamples(List<Exchange> calls) {
        for (var call : calls) {
            var path = URI.create(call.url().replaceAll("[?].*", "")).getPath();
            if (Contract.load().operations().find(path).isPresent()) {
                add(path, call.response().orElseThrow());
            }
        }
    }

    private void add(String path, Exchange.Response response) {
        if (response.truncated() || !(read(response.body()) instanceof ObjectNode body)) {
            return;
        }
        var code = body.path("code");
        if (body.path("stat").asString("").equals("ok")) {
            successes.merge(path, body, AnswerExamples::shorter);
        } else if (code.isInt()) {
            (body.has("sub_error") ? ofOAuth : errors).merge(code.intValue(), body, AnswerExamples::shorter);
        }
    }

    private static JsonNode read(String body) {
        var text = body;
        for (var rule : ALWAYS_THE_SAME) {
            text = rule.pattern().matcher(text).replaceAll(rule.text());
        }
        try {
            return JSON.readTree(text);
        } catch (JacksonException none) {
            return JSON.nullNode();
        }
    }

    private static JsonNode shorter(JsonNode one, JsonNode other) {
        var order = Comparator.<JsonNode>comparingInt(body -> body.toString().length())
                .thenComparing(JsonNode::toString);
        return order.compare(one, other) <= 0 ? one : other;
    }

    /** By operation. */
    ObjectNode successes() {
        return JSON.valueToTree(successes);
    }

    /** By kind and code. */
    ObjectNode errors() {
        var all = JSON.createObjectNode();
        all.set("errors", JSON.valueToTree(errors));
        if (!ofOAuth.isEmpty()) {
            all.set("oauth", JSON.valueToTree(ofOAuth));
        }
        return all;
    }

    /** What a document is made of: names and types of its members, and of an array the shapes of its elements. */
    static JsonNode shape(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var shape = JSON.createObjectNode();
            object.properties().forEach(member -> shape.set(member.getKey(), shape(member.getValue())));
            return shape;
        }
        if (node.isArray()) {
            var shape = JSON.createArrayNode();
            node.valueStream().map(AnswerExamples::shape).distinct().forEach(shape::add);
            return shape;
        }
        return JSON.createObjectNode().stringNode(node.getNodeType().toString());
    }
}
