package io.regcontract.simulator.record;

import io.regcontract.simulator.error.SimulatedErrorCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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

    /**
     * Judges what a record is to hold; what it held before is not judged again.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 360 when a new value breaks the rule
     */
    void check(EntityType type, JsonNode values, JsonNode before) {
        var paths = attributes.isEmpty() ? strings(type) : attributes;
        for (var text : paths) {
            AttributePath.parse(text)
                    .filter(path -> type.find(path).isPresent())
                    .ifPresent(path -> {
                        var old = texts(values(before, path)).toList();
                        texts(values(values, path))
                                .filter(value -> !old.contains(value) && !RuleDefinition.allows(definition, value))
                                .findFirst()
                                .ifPresent(value -> {
                                    throw SimulatedErrorCode.CONSTRAINT_VIOLATION
                                            .because("the value provided for " + path + " violates a rule"
                                                    + description
                                                            .map(": "::concat)
                                                            .orElse(""))
                                            .with("attribute_name", path.toString())
                                            .with("constraint_name", "rule");
                                });
                    });
        }
    }

    private static List<String> strings(EntityType type) {
        return type.own().stream()
                .filter(definition -> definition.type() == AttributeType.STRING)
                .map(definition -> "/" + definition.name())
                .toList();
    }

    private static Stream<JsonNode> values(JsonNode record, AttributePath path) {
        return RecordValues.at(record, path).stream()
                .flatMap(found -> found.isArray() ? found.values().stream() : Stream.of(found));
    }

    private static Stream<String> texts(Stream<JsonNode> values) {
        return values.flatMap(value -> value.stringValueOpt().stream());
    }
}
