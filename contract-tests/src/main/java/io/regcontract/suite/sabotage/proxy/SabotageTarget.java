package io.regcontract.suite.sabotage.proxy;

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
public record SabotageTarget(String operations, Optional<Integer> code, OptionalInt nth) {

    /** Every failing answer. */
    public static final SabotageTarget ALL = new SabotageTarget("*", Optional.empty(), OptionalInt.empty());

    /** Failing answers of some operations. */
    public static SabotageTarget ofOperations(String pattern) {
        return new SabotageTarget(pattern, Optional.empty(), OptionalInt.empty());
    }

    /** This target, limited to one code. */
    public SabotageTarget withCode(int wanted) {
        return new SabotageTarget(operations, Optional.of(wanted), nth);
    }

    /** This target, limited to the n-th matching answer, counted from 1. */
    public SabotageTarget only(int n) {
        return new SabotageTarget(operations, code, OptionalInt.of(n));
    }

    boolean matches(String operation, int answeredCode) {
        return code.filter(wanted -> wanted != answeredCode).isEmpty()
                && Pattern.matches("\\Q" + operations.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E", operation);
    }
}
