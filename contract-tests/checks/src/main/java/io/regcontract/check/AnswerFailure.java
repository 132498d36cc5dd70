package io.regcontract.check;

import io.regcontract.check.answer.Body;

/** The condition leads to a failure at all. */
final class AnswerFailure implements Check {

    static final String ID = "answer.failure";

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
        return Scope.ENVELOPE;
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
