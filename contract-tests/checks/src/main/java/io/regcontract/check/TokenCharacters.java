package io.regcontract.check;

import io.regcontract.contract.text.ServiceText;

/** Each character of the request token is visible and counts as one however it is counted: people type it in. */
final class TokenCharacters extends StatedCheck {

    static final String ID = "token.characters";

    TokenCharacters() {
        super(
                ID,
                Weight.MUST,
                Scope.ENVELOPE,
                "registration-error-codes, request token: a generated string of 16 characters (reading R-token-characters)");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofToken(token -> token.codePoints()
                        .filter(character -> !TokenBlankFree.isBlank(character))
                        .anyMatch(TokenCharacters::isNone)
                ? Finding.fails("characters that can be seen, each of them one", CheckInput.quoted(token))
                : Finding.holds());
    }

    /** What shows nothing, changes the character before it, or counts as two where half characters are counted. */
    private static boolean isNone(int codePoint) {
        var type = Character.getType(codePoint);
        return ServiceText.acts(codePoint)
                || !Character.isBmpCodePoint(codePoint)
                || type == Character.NON_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }
}
