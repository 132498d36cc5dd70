package io.regcontract.suite.transport;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;

/** The code of an answer, to act by: also where it is a text or a fraction, which a check would fail. */
public final class LenientCode {

    private LenientCode() {}

    /** The code; 0 if there is none. */
    public static int of(Answer answer) {
        return answer.json() instanceof Body.Json json
                ? json.root().path("code").asInt(0)
                : 0;
    }
}
