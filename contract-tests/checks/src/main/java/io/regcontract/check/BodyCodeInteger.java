package io.regcontract.check;

import io.regcontract.check.answer.Body;

/** The code is an integer as it stands on the wire: neither 415.0 nor 4.15e2 nor "415" is 415. */
final class BodyCodeInteger extends StatedCheck {

    static final String ID = "body.code.integer";

    BodyCodeInteger() {
        super(ID, Weight.MUST, Scope.ERROR, "registration-error-codes: code is an integer");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofErrorObject(error -> {
            var json = (Body.Json) input.answer().json();
            var written = json.written().get("code");
            if (written == null) {
                return Finding.fails(
                        "an integer", error.has("code") ? error.path("code").toString() : "absent");
            }
            return written.kind() == Body.Written.Kind.INTEGER
                    ? Finding.holds()
                    : Finding.fails("an integer", written.shown());
        });
    }
}
