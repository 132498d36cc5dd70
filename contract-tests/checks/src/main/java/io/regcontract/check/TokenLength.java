package io.regcontract.check;

/** The request token has the promised length. */
final class TokenLength extends StatedCheck {

    static final String ID = "token.length";

    TokenLength() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "registration-error-codes, request token: 16 characters");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofToken(token -> {
            var promised = input.expectation().contract().requestTokenLength();
            var length = token.codePointCount(0, token.length());
            return length == promised
                    ? Finding.holds()
                    : Finding.fails(promised + " characters", length + " characters: " + CheckInput.quoted(token));
        });
    }
}
