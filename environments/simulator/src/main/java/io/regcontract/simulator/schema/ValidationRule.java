package io.regcontract.simulator.schema;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A rule that the strings of some attributes must meet.
 *
 * @param attributes paths, with a leading slash; none means every string of the record
 * @param definition {@code {"and": [...]}}, {@code or}, {@code not}, {@code match-all}, {@code match-any}, {@code
 *     min-length}, {@code max-length}
 */
public record ValidationRule(String uuid, List<String> attributes, Optional<String> description, JsonNode definition) {

    /** What is wrong with a definition; empty when nothing is. */
    public static Optional<String> faultOf(JsonNode definition) {
        return RuleDefinition.faultOf(definition, 0);
    }

    /** Whether a string meets the rule. */
    public boolean allows(String value) {
        return RuleDefinition.allows(definition, value);
    }
}
