package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.FailingAnswer.CODE;
import static io.regcontract.suite.sabotage.FailingAnswer.DESCRIPTION;
import static io.regcontract.suite.sabotage.SabotageBuilder.onTheWire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** The body is not JSON, is no object, or can be read in more than one way. */
final class BodySabotages {

    private static final String JSON = "body.json";
    private static final String ENVELOPE = "body.envelope";

    private BodySabotages() {}

    static List<Sabotage> all() {
        return List.of(
                text("body-empty", "There is no body.", JSON, text -> ""),
                text("body-blank", "The body is blanks.", JSON, text -> " \r\n"),
                text(
                        "body-truncated",
                        "The body ends in the middle.",
                        JSON,
                        text -> text.substring(0, text.length() / 2)),
                text(
                        "body-unclosed",
                        "The body lacks its last character.",
                        JSON,
                        text -> text.substring(0, text.length() - 1)),
                onTheWire("body-html", "A page stands where the JSON should be.")
                        .foundBy(JSON)
                        .as(failure -> failure.reply()
                                .text("<!doctype html><title>Sorry</title><p>Something went wrong.</p>")
                                .header("Content-Type", "text/html")),
                text("body-plain-text", "A sentence stands where the JSON should be.", JSON, text -> "failed"),
                text("body-array", "The JSON object stands in an array.", ENVELOPE, text -> "[" + text + "]"),
                text("body-string", "The JSON object stands in a string.", ENVELOPE, BodySabotages::quoted),
                text("body-null", "The body is null.", ENVELOPE, text -> "null"),
                onTheWire("body-key-twice", "A key is given twice, both times with the same value.")
                        .foundBy(JSON)
                        .as(failure -> twice(failure, failure.code())),
                onTheWire("body-key-twice-differing", "The code is given twice, the first time as 0.")
                        .foundBy(JSON)
                        .as(failure -> twice(failure, 0)),
                text("body-two-values", "Another JSON value follows the first.", JSON, text -> text + "{}"),
                text("body-trailing-text", "A word follows the JSON.", JSON, text -> text + "\nbye"),
                text("body-comment", "The JSON has a comment.", JSON, text -> "/* error */" + text),
                text("body-single-quotes", "The JSON has single quotes.", JSON, text -> text.replace('"', '\'')),
                text("body-byte-order-mark", "A byte order mark comes first.", JSON, text -> "\uFEFF" + text),
                onTheWire("body-latin-1", "The body is encoded as ISO-8859-1.")
                        .foundBy(JSON)
                        .as(failure -> failure.reply()
                                .body(failure.with(DESCRIPTION, "refus\u00e9: " + failure.text(DESCRIPTION))
                                        .text()
                                        .getBytes(StandardCharsets.ISO_8859_1))),
                onTheWire("body-utf-16", "The body is encoded as UTF-16.")
                        .foundBy(JSON)
                        .as(failure ->
                                failure.reply().body(failure.reply().text().getBytes(StandardCharsets.UTF_16BE))));
    }

    private static Sabotage text(String id, String words, String check, Function<String, String> change) {
        return onTheWire(id, words).foundBy(check).as(failure -> failure.reply()
                .text(change.apply(failure.reply().text())));
    }

    private static RawResponse twice(FailingAnswer failure, int first) {
        var key = failure.inASuccess() ? "\"stat\":\"ok\"" : "\"" + CODE + "\":" + first;
        return failure.reply()
                .text("{" + key + "," + failure.reply().text().strip().substring(1));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
