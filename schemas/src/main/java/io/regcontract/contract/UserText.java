package io.regcontract.contract;

/** What a person typed and a program refuses, as it may be said back: short, in one line, and without characters that act. */
public final class UserText {

    private UserText() {}

    /** The text in quotes. */
    public static String quoted(String text) {
        return "'" + SafeText.text(text) + "'";
    }
}
