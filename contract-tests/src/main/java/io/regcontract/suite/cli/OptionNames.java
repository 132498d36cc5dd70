package io.regcontract.suite.cli;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How messages name options: as properties of Maven or as options of the command. The suite's messages are written with
 * Maven's names; the command replaces them when it prints.
 */
enum OptionNames {
    /** {@code ./mvnw verify -Dcode=361}. */
    MAVEN {
        @Override
        String adapt(String text) {
            return text;
        }
    },

    /** {@code regcontract run --code=361}. */
    COMMAND {
        @Override
        String adapt(String text) {
            var commands = text.replace("./mvnw -Dplan verify", "'plan").replaceAll("('plan(?: -D\\S+)*)", "$1'");
            return OPTION.matcher(commands).replaceAll(OptionNames::option);
        }
    };

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])-D((?:regcontract\\.)?\\w+)\\b");

    /** Options that the command names differently. */
    private static final Map<String, String> RENAMED =
            Map.of("failedFrom", "failed-from", "regcontract.run", "run", "regcontract.attempt", "attempt");

    /** A message with the names of options that the person typed. */
    abstract String adapt(String text);

    private static String option(MatchResult found) {
        var name = found.group(1);
        return "--" + RENAMED.getOrDefault(name, name);
    }
}
