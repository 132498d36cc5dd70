package io.regcontract.traffic.compare;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.traffic.TrafficBody.Flaw;
import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.scope.ApiScope;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The forms of all answers of a recording, by operation and code. */
public final class RecordedShapes {

    /** Operations are known; codes are what a service makes of them. */
    private static final int MOST_KINDS = 5000;

    private final ApiScope scope;
    private final SortedMap<AnswerKind, AnswerShape> shapes = new TreeMap<>();
    private long exchanges;
    private long compared;

    /** @param scope what belongs to the API */
    public RecordedShapes(ApiScope scope) {
        this.scope = scope;
    }

    /** Adds an exchange; one that is none of the API, or has no whole answer, is counted alone. */
    public void add(TrafficExchange exchange) {
        exchanges++;
        if (!(scope.placeOf(exchange.url()) instanceof ApiScope.Place.AtOperation at)
                || exchange.method().equals("OPTIONS")
                || exchange.method().equals("HEAD")) {
            return;
        }
        exchange.response().flatMap(RecordedShapes::whole).ifPresent(answer -> {
            var kind = AnswerKind.of(at.operation().path(), answer);
            var shape = shapes.get(kind);
            if (shape == null && shapes.size() < MOST_KINDS) {
                shape = new AnswerShape();
                shapes.put(kind, shape);
            }
            if (shape != null) {
                compared++;
                shape.add(answer);
            }
        });
    }

    private static Optional<Answer> whole(TrafficExchange.Response response) {
        if (response.body().flaw() == Flaw.TOO_LARGE || response.body().flaw() == Flaw.UNREADABLE) {
            return Optional.empty();
        }
        var answer =
                Answer.of(response.status(), response.headers(), response.body().bytes());
        // A whole object of JSON was not cut off, whatever the tool that recorded it says.
        return response.body().isWhole()
                        || (answer.json() instanceof Body.Json json
                                && json.root().isObject())
                ? Optional.of(answer)
                : Optional.empty();
    }

    SortedMap<AnswerKind, AnswerShape> shapes() {
        return shapes;
    }

    /** All exchanges that came. */
    public long exchanges() {
        return exchanges;
    }

    /** Those of them whose answers are compared. */
    public long compared() {
        return compared;
    }
}
