package io.regcontract.simulator;

import io.regcontract.simulator.schema.AttributePath;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses values of settings with a sentence, without its full stop, that says what they must be. */
final class SettingChecks {

    private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");

    private static final Pattern STEP = Pattern.compile("[A-Za-z0-9_-]{1,200}");

    private static final int SHORTEST_PASSWORD = 6;

    private SettingChecks() {}

    /** Refuses an id with a colon, which separates id and secret in the header Authorization. */
    static String identifying(String id, String what) {
        if (id.contains(":")) {
            throw new IllegalArgumentException(what + " cannot have a colon in it: " + id);
        }
        return named(id, what);
    }

    static Duration notNegative(Duration span, String what) {
        if (span.isNegative()) {
            throw new IllegalArgumentException(what + " cannot be negative: " + span);
        }
        return span;
    }

    static String named(String value, String what) {
        if (value.isBlank() || !value.equals(value.strip())) {
            throw new IllegalArgumentException(what + " cannot be empty or have blanks around it");
        }
        return value;
    }

    static Set<AttributePath> attributePaths(Collection<String> attributes) {
        var paths = new LinkedHashSet<AttributePath>();
        for (var attribute : attributes) {
            paths.add(
                    AttributePath.parse(attribute)
                            .filter(path -> path.steps().stream()
                                    .allMatch(step -> step.element().isEmpty()
                                            && STEP.matcher(step.name()).matches()))
                            .orElseThrow(
                                    () -> new IllegalArgumentException(
                                            "\"" + attribute
                                                    + "\" is no attribute that can have an index; give one like email or primaryAddress.country")));
        }
        return paths;
    }

    static String suffix(String suffix) {
        if (!SUFFIX.matcher(suffix).matches()) {
            throw new IllegalArgumentException("not a part of a host name: \"" + suffix
                    + "\"; a registration suffix is one like janraincapture.com, without a dot before it");
        }
        return suffix;
    }

    /** A password that the forms of every flow take. */
    static String password(String password) {
        if (named(password, "a password of people").length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException(
                    "a password of people needs " + SHORTEST_PASSWORD + " characters or more");
        }
        return password;
    }
}
