package io.regcontract.check;

import java.util.regex.Pattern;

/** The request token is written in the recorded alphabet. */
final class TokenAlphabet extends StatedCheck {

    static final String ID = "token.alphabet";

    private static final Pattern RECORDED = Pattern.compile("[2-9a-hj-km-np-z]*");

    TokenAlphabet() {
        super(
                ID,
                Weight.NOTE,
                Scope.ENVELOPE,
                "recorded answers: 31 lower-case letters and digits without look-alikes; not documented");
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofToken(token -> RECORDED.matcher(token).matches()
                ? Finding.holds()
                : Finding.fails("only of 23456789abcdefghjkmnpqrstuvwxyz", CheckInput.quoted(token)));
    }
}
