package io.regcontract.check;

import java.util.regex.Pattern;

/** The request token is written in the recorded alphabet. */
final class TokenAlphabet implements Check {

    static final String ID = "token.alphabet";

    private static final Pattern RECORDED = Pattern.compile("[2-9a-hj-km-np-z]*");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Weight weight() {
        return Weight.NOTE;
    }

    @Override
    public String source() {
        return "recorded answers: 31 lower-case letters and digits without look-alikes; not documented";
    }

    @Override
    public Scope scope() {
        return Scope.ENVELOPE;
    }

    @Override
    public Finding examine(CheckInput input) {
        return input.ofToken(token -> RECORDED.matcher(token).matches()
                ? Finding.holds()
                : Finding.fails("only of 23456789abcdefghjkmnpqrstuvwxyz", CheckInput.quoted(token)));
    }
}
