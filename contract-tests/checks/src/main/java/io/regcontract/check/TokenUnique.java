package io.regcontract.check;

/** The request token was not given to an earlier answer of this run. */
final class TokenUnique extends StatedCheck {

    static final String ID = "token.unique";

    TokenUnique() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "registration-error-codes, request token: it identifies one operation");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofWellFormedToken(token -> input.circumstances()
                .seenBefore()
                .map(where -> Finding.fails("not seen before", "also in " + where))
                .orElseGet(Finding::holds));
    }
}
