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

    boolean matches(String operation, int answeredCode) {
        return code.filter(wanted -> wanted != answeredCode).isEmpty()
                && Pattern.matches("\\Q" + operations.replace("\\E", "").replace("*", "\\E.*\\Q") + "\\E", operation);
    }
}
