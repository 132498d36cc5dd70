package io.regcontract.suite.replay;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** What may become of a value on its way from an answer into a request. */
public enum ValueTransformation {
    /** Nothing. */
    NONE("", "", value -> value),
    /** Its last character is missing. */
    LAST_CHARACTER_GONE(
            "short", ".slice(0, -1)", value -> value.isEmpty() ? "" : value.substring(0, value.length() - 1)),
    /** In capitals. */
    CAPITALS("capitals", ".toUpperCase()", value -> value.toUpperCase(Locale.ROOT)),
    /** A number of something that is not there. */
    A_MILLION_MORE(
            "far",
            " + 1000000",
            value -> value.matches("[0-9]{1,9}") ? Long.toString(Long.parseLong(value) + 1_000_000) : value);

    private final String suffix;
    private final String javaScript;
    // None of the functions above holds anything that could change.
    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<String> change;

    ValueTransformation(String suffix, String javaScript, UnaryOperator<String> change) {
        this.suffix = suffix;
        this.javaScript = javaScript;
        this.change = change;
    }

    /** Name of the variable that holds the changed value. */
    public String named(String variable) {
        return variable + suffix;
    }

    /** The same in JavaScript, to be put behind an expression. */
    public String inJavaScript() {
        return javaScript;
    }

    /** The changed value. */
    public String of(String value) {
        return change.apply(value);
    }
}
