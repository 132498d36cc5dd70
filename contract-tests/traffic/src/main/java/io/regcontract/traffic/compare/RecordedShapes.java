package io.regcontract.traffic.compare;

import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.answer.WholeAnswer;
import io.regcontract.traffic.scope.ApiScope;
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
        exchange.response().flatMap(WholeAnswer::of).ifPresent(answer -> {
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
