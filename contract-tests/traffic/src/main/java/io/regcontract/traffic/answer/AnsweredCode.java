package io.regcontract.traffic.answer;

import io.regcontract.check.answer.Answer;
import io.regcontract.check.answer.Body;
import java.util.OptionalInt;

/** The code that an answer names, also where it is no integer on the wire: {@code 415}, {@code 415.0}, {@code "415"}. */
public final class AnsweredCode {

    private AnsweredCode() {}

    /** The code; empty where the answer names none. */
    public static OptionalInt of(Answer answer) {
        if (!(answer.json() instanceof Body.Json json) || !json.root().isObject()) {
            return OptionalInt.empty();
        }
        var code = json.root().path("code");
        int value = code.isNumber() || code.isString() ? code.asInt(0) : 0;
        return value == 0 ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
