package io.regcontract.traffic.answer;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import io.regcontract.traffic.TrafficBody.Flaw;
import io.regcontract.traffic.TrafficExchange;
import java.util.Optional;

/** An answer of which all was recorded. */
public final class WholeAnswer {

    private WholeAnswer() {}

    /**
     * The answer; empty where not all of it was recorded. A body that is an object of JSON from its beginning to its end
     * was not cut off, whatever size is named beside it.
     */
    public static Optional<Answer> of(TrafficExchange.Response response) {
        var body = response.body();
        if (body.flaw() == Flaw.TOO_LARGE || body.flaw() == Flaw.UNREADABLE) {
            return Optional.empty();
        }
        var answer = Answer.of(response.status(), response.headers(), body.bytes());
        return body.isWhole()
                        || (answer.json() instanceof Body.Json json
                                && json.root().isObject())
                ? Optional.of(answer)
                : Optional.empty();
    }
}
