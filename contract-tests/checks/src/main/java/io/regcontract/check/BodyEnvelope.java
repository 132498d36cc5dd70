package io.regcontract.check;

import io.regcontract.check.answer.Body;

/** The body is an error envelope; what a check of its own judges is left to that check. */
final class BodyEnvelope implements Check {

    static final String ID = "body.envelope";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "registration-error-codes, error response; schema envelope.schema.json";
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
            return Finding.fails("a JSON object", input.answer().body());
        }
        return input.ofErrorObject(error -> SeparatelyCheckedMembers.remaining(
                input.expectation().contract().validateEnvelope(error)));
    }
}
