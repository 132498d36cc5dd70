package io.regcontract.check;

import io.regcontract.contract.text.ServiceText;

/** The request token has no blank in it: someone will paste it into a ticket. */
final class TokenBlankFree extends StatedCheck {

    static final String ID = "token.blank-free";

    TokenBlankFree() {
        super(ID, Weight.MUST, Scope.ENVELOPE, "registration-error-codes, request token: a string of 16 characters");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofToken(token -> token.codePoints().anyMatch(TokenBlankFree::isBlank)
                ? Finding.fails("no blanks", CheckInput.quoted(token))
                : Finding.holds());
    }

    /** Blanks, ends of lines, and letters and signs that look like nothing. */
    static boolean isBlank(int codePoint) {
        return Character.isWhitespace(codePoint)
                || Character.isSpaceChar(codePoint)
                || ServiceText.looksLikeABlank(codePoint);
    }
}
