package io.regcontract.check;

import io.regcontract.check.answer.Body;

/** The body is an error envelope; what a check of its own judges is left to that check. */
final class BodyEnvelope extends StatedCheck {

    static final String ID = "body.envelope";

    BodyEnvelope() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "registration-error-codes, error response; schema envelope.schema.json");
    }

    @Override
    public Finding examine(CheckInput input) {
        if (!(input.answer().json() instanceof Body.Json json)) {
            return Finding.notApplicable("no JSON: see " + BodyJson.ID);
        }
        if (!json.root().isObject()) {
            return Finding.fails("a JSON object", input.answer().body());
        }
        return input.ofErrorObject(error -> SeparatelyCheckedMembers.remaining(
                input.expectation().contract().validateEnvelope(error)));
    }
}
