package io.regcontract.check;

import io.regcontract.check.answer.Body;
import io.regcontract.check.answer.StrictJson;

/** The body is JSON, read strictly. */
final class BodyJson implements Check {

    static final String ID = "body.json";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "registration-error-codes, error response";
    }

    @Override
    public Scope scope() {
        return Scope.ANSWER;
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.answer().json() instanceof Body.NotJson not
                ? Finding.fails(
                        not.beyondLimits() ? StrictJson.LIMITS : "one JSON value, each key once, nothing behind it",
                        not.problem())
                : Finding.holds();
    }
}
