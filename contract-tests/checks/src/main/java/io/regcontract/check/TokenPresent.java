package io.regcontract.check;

/** A failed operation carries a request token. */
final class TokenPresent extends StatedCheck {

    static final String ID = "token.present";

    TokenPresent() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "registration-error-codes, request token");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofErrorObject(error -> {
            var token = error.path("request_token");
            if (token.isString()) {
                return Finding.holds();
            }
            if (!token.isMissingNode()) {
                return Finding.fails("request_token, a string", token.toString());
            }
            return Finding.fails("request_token", error.has("request_id") ? "request_id instead" : "absent");
        });
    }
}
