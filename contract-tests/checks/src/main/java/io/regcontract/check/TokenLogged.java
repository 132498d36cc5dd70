package io.regcontract.check;

import io.regcontract.check.CheckContext.LogLookup;

/** The API log knows the token, with the operation, the code and the time. */
final class TokenLogged extends StatedCheck {

    static final String ID = "token.logged";

    TokenLogged() {
        super(
                ID,
                Weight.MUST,
                Scope.ENVELOPE,
                "registration-error-codes, request token: support finds the operation and the error in the API log");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofWellFormedToken(token -> {
            if (input.circumstances().seenBefore().isPresent()) {
                return Finding.notApplicable("the token of another answer: see " + TokenUnique.ID);
            }
            var log = input.circumstances().log();
            if (log instanceof LogLookup.Unavailable unavailable) {
                return Finding.notApplicable(unavailable.reason());
            }
            return log instanceof LogLookup.Entry entry
                    ? compare(input, entry)
                    : Finding.fails("an entry in the API log", "none under " + CheckInput.quoted(token));
        });
    }

    private static Finding compare(CheckInput input, LogLookup.Entry entry) {
        var operation = input.expectation().operation();
        if (!entry.operation().equals(operation)) {
            return Finding.fails("logged for " + operation, "logged for " + entry.operation());
        }
        // A wrong code in the answer is body.code's to tell; the log is then asked for operation and time alone.
        var code = input.expectation().error().code().code();
        if (entry.code() != code && new BodyCode().examine(input) instanceof Finding.Holds) {
            return Finding.fails("logged with code " + code, "logged with code " + entry.code());
        }
        return entry.time().isBefore(entry.earliest()) || entry.time().isAfter(entry.latest())
                ? Finding.fails(
                        "logged between " + entry.earliest() + " and " + entry.latest(), "logged at " + entry.time())
                : Finding.holds();
    }
}
