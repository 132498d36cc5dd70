package io.regcontract.simulator.wire;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a caller reads of a fault. Uses the JDK alone, because the fault may be that anything else is missing. */
public final class FaultSentence {

    private static final String REMEDY = "; take io.regcontract:regcontract-simulator, which has what it needs inside.";
    private static final Pattern CLASS_NAME = Pattern.compile("[\\w$]+([/.][\\w$]+)+");

    private FaultSentence() {}

    /** Names the class that does not link. Of any other fault nothing is told, because it may hold a secret. */
    public static String of(Throwable fault) {
        return linkage(fault)
                .map(missing -> "The simulator cannot answer: " + problem(missing) + REMEDY)
                .orElse("The simulator failed to answer. Its log says why.");
    }

    /** The innermost error of linking that a fault is, or was caused by. */
    public static Optional<LinkageError> linkage(Throwable fault) {
        return Stream.iterate(fault, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .filter(LinkageError.class::isInstance)
                .map(LinkageError.class::cast)
                .reduce((outer, inner) -> inner);
    }

    private static String problem(LinkageError missing) {
        var text = String.valueOf(missing.getMessage());
        return missing instanceof NoClassDefFoundError
                        && CLASS_NAME.matcher(text).matches()
                ? text.replace('/', '.') + " is missing from the class path, or there in a version that does not fit"
                : "a class on the class path is of a version that does not fit ("
                        + missing.getClass().getSimpleName() + ": " + text + ")";
    }
}
