package io.regcontract.check;

import io.regcontract.check.answer.Body;
import io.regcontract.check.answer.StrictJson;

/** The body is JSON, read strictly. */
final class BodyJson extends StatedCheck {

    static final String ID = "body.json";

    BodyJson() {
        super(ID, Weight.MUST, Scope.ANSWER, "registration-error-codes, error response");
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
