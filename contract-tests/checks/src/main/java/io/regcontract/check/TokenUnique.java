package io.regcontract.check;

/** The request token was not given to an earlier answer of this run. */
final class TokenUnique implements Check {

    static final String ID = "token.unique";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String source() {
        return "registration-error-codes, request token: it identifies one operation";
    }

    @Override
    public Scope scope() {
        return Scope.ENVELOPE;
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofWellFormedToken(token -> input.circumstances()
                .seenBefore()
                .map(where -> Finding.fails("not seen before", "also in " + where))
                .orElseGet(Finding::holds));
    }
}
