package io.regcontract.check;

import java.util.function.UnaryOperator;

/** What a check found. */
public sealed interface Finding {

    /** The promise holds. */
    record Holds() implements Finding {}

    /** The promise is broken: what was promised and what came, both in words for a person. */
    record Fails(String expected, String actual) implements Finding {}

    /** The promise could not be judged on this answer, and why. */
    record NotApplicable(String reason) implements Finding {}

    static Finding holds() {
        return new Holds();
    }

    static Finding fails(String expected, String actual) {
        return new Fails(expected, actual);
    }

    static Finding notApplicable(String reason) {
        return new NotApplicable(reason);
    }

    /** The finding as a person may see it: in one line, bounded, without characters that act on a terminal. */
    default Finding shown() {
        return reworded(Shown::bounded);
    }

    /** The same finding with every word passed through {@code rewrite}, for example a redactor. */
    default Finding reworded(UnaryOperator<String> rewrite) {
        if (this instanceof Fails fails) {
            return new Fails(rewrite.apply(fails.expected()), rewrite.apply(fails.actual()));
        }
        if (this instanceof NotApplicable none) {
            return new NotApplicable(rewrite.apply(none.reason()));
        }
        return this;
    }
}
