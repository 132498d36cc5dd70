package io.regcontract.suite.sabotage;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * Which failing answers are broken.
 *
 * @param operations a pattern of paths, in which {@code *} stands for any characters
 * @param code the code they bear; any when absent
 * @param nth which of them, counted from 1; all when absent
 */
public record Target(String operations, Optional<Integer> code, OptionalInt nth) {

    /** Every failing answer. */
    public static final Target ALL = new Target("*", Optional.empty(), OptionalInt.empty());

    /** Failing answers of some operations. */
    public static Target ofOperations(String pattern) {
        return new Target(pattern, Optional.empty(), OptionalInt.empty());
    }

    /** The same, with one code. */
    public Target withCode(int wanted) {
        return new Target(operations, Optional.of(wanted), nth);
    }

    /** The same, only the n-th of them. */
    public Target only(int n) {
        return new Target(operations, code, OptionalInt.of(n));
    }

    boolean matches(String operation, int answeredCode) {
        return code.filter(wanted -> wanted != answeredCode).isEmpty()
                && Pattern.matches("\\Q" + operations.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E", operation);
    }
}
