package io.regcontract.suite.cli;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Who talks to the person: Maven, or the jar. What is said of options names those that the person typed. The suite says
 * everything in Maven's words, in one place for both; the jar's words are put in their place where they are printed.
 */
enum OptionNames {
    /** {@code ./mvnw verify -Dcode=361}. */
    MAVEN {
        @Override
        String worded(String text) {
            return text;
        }
    },

    /** {@code java -jar regcontract-suite.jar run --code=361}. */
    JAR {
        @Override
        String worded(String text) {
            var commands = text.replace("./mvnw -Dplan verify", "'plan").replaceAll("('plan(?: -D\\S+)*)", "$1'");
            return OPTION.matcher(commands).replaceAll(OptionNames::option);
        }
    };

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])-D((?:regcontract\\.)?\\w+)\\b");

    /** Where the jar's name is not Maven's. */
    private static final Map<String, String> RENAMED =
            Map.of("failedFrom", "failed-from", "regcontract.run", "run", "regcontract.attempt", "attempt");

    /** As a person may read it. */
    abstract String worded(String text);

    private static String option(MatchResult found) {
        var name = found.group(1);
        return "--" + RENAMED.getOrDefault(name, name);
    }
}
