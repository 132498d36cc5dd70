package io.regcontract.suite.sabotage;

import static io.regcontract.suite.sabotage.SabotageBuilder.onTheWire;

import java.util.List;
import java.util.function.Function;

/** Status line and header lines. */
final class HttpSabotages {

    private static final String STATUS = "http.status";
    private static final String CONTENT_TYPE = "Content-Type";

    private HttpSabotages() {}

    static List<Sabotage> all() {
        return List.of(
                onTheWire("status-mirrors-code", "The HTTP status is the code.")
                        .foundBy(STATUS)
                        .as(failure -> failure.reply().status(failure.code())),
                onTheWire("status-400", "The HTTP status is 400.")
                        .foundBy(STATUS)
                        .as(failure -> failure.reply().status(400)),
                onTheWire("status-500", "The HTTP status is 500.")
                        .foundBy(STATUS)
                        .as(failure -> failure.reply().status(500)),
                onTheWire("status-201", "The HTTP status is 201.")
                        .foundBy(STATUS)
                        .as(failure -> failure.reply().status(201)),
                contentType("content-type-missing", "There is no content type.", reply -> reply.without(CONTENT_TYPE)),
                contentType("content-type-html", "The content type is text/html.", is("text/html")),
                contentType("content-type-text", "The content type is text/plain.", is("text/plain;charset=utf-8")),
                contentType("content-type-script", "The content type is that of a script.", is("text/javascript")),
                contentType(
                        "content-type-latin-1",
                        "The content type names another encoding.",
                        is("application/json;charset=iso-8859-1")),
                contentType(
                        "content-type-twice",
                        "There is a second content type.",
                        reply -> reply.and(CONTENT_TYPE, "text/html")),
                onTheWire("cacheable", "Nothing forbids keeping the answer.")
                        .foundBy("http.cache-control")
                        .as(failure -> failure.reply().without("Cache-Control")));
    }

    private static Sabotage contentType(String id, String words, Function<RawResponse, RawResponse> change) {
        return onTheWire(id, words).foundBy("http.content-type").as(failure -> change.apply(failure.reply()));
    }

    private static Function<RawResponse, RawResponse> is(String type) {
        return reply -> reply.header(CONTENT_TYPE, type);
    }
}
