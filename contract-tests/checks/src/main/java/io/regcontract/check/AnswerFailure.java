package io.regcontract.check;

import io.regcontract.check.answer.Body;

/** The condition leads to a failure at all. */
final class AnswerFailure extends StatedCheck {

    static final String ID = "answer.failure";

    AnswerFailure() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "registration-error-codes, error response");
    }

    @Override
    public Finding examine(CheckInput input) {
        if (!(input.answer().json() instanceof Body.Json json)) {
            return Finding.notApplicable("no JSON: see " + BodyJson.ID);
        }
        if (!json.root().isObject()) {
            return Finding.notApplicable("no JSON object: see " + BodyEnvelope.ID);
        }
        return input.answer().isError()
                ? Finding.holds()
                : Finding.fails(
                        input.expectation().error().code().code() + " "
                                + input.expectation().error().name(),
                        "a success: " + input.answer().body());
    }
}
