package io.regcontract.contract.input;

import io.regcontract.contract.text.SafeText;
import java.util.regex.Pattern;

/**
 * The id of a run, and of one attempt at a run. Both come from a command line or from the variables of a CI and become parts
 * of paths and lines of records, so every program asks here before it does anything with one. The pattern is that of the
 * format {@code observation}; a test holds the two together.
 */
public final class RunId {

    /** What an id looks like, in words for a person. */
    public static final String FORM =
            "1 to 64 letters, digits, '-' and '_' of ASCII, beginning with a letter or a digit";

    private static final Pattern PATTERN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    private RunId() {}

    /** Whether a text is one. */
    public static boolean is(String text) {
        return PATTERN.matcher(text).matches();
    }

    /** What is wrong with a text that is none, and what to write; short, however long the text is. */
    public static String problem(String text) {
        return SafeText.typed(text) + " is not the id of a run: it takes " + FORM + ".";
    }

    public static String pattern() {
        return PATTERN.pattern();
    }
}
