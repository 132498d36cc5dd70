package io.regcontract.check.answer;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a body turned out to be. */
public sealed interface Body {

    /**
     * JSON.
     *
     * @param root the value
     * @param written for an object, each top-level scalar member as it stands on the wire; a tree no longer knows
     *     {@code 4.15e2} from {@code 415}
     */
    record Json(JsonNode root, Map<String, Written> written) implements Body {}

    /**
     * Not read as JSON, and why, in words for a person.
     *
     * @param beyondLimits whether it may be JSON all the same, and is deeper or longer than the suite reads
     */
    record NotJson(String problem, boolean beyondLimits) implements Body {

        NotJson(String problem) {
            this(problem, false);
        }
    }

    /**
     * A scalar as written.
     *
     * @param kind what it is in JSON's terms
     * @param text its characters, strings without their quotes
     */
    record Written(Kind kind, String text) {
        public enum Kind {
            INTEGER,
            NUMBER_WITH_FRACTION_OR_EXPONENT,
            STRING,
            TRUE_OR_FALSE,
            NULL
        }

        /** As a person should see it: a string in quotes, everything else bare. */
        public String shown() {
            return kind == Kind.STRING ? '"' + text + '"' : text;
        }
    }
}
