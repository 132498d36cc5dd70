package io.regcontract.simulator.record;

import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.EntityType;
import io.regcontract.simulator.schema.ValidationRule;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Judges what a record is to hold by the rules of its type. What it held before is not judged again. */
final class RuleCheck {

    private RuleCheck() {}

    /**
     * Checks new values against every rule of the type.
     *
     * @throws io.regcontract.simulator.error.ApiErrorException 360 when a new value breaks a rule
     */
    static void check(EntityType type, JsonNode values, JsonNode before) {
        type.rules().forEach(rule -> check(rule, type, values, before));
    }

    private static void check(ValidationRule rule, EntityType type, JsonNode values, JsonNode before) {
        var paths = rule.attributes().isEmpty() ? strings(type) : rule.attributes();
        for (var text : paths) {
            AttributePath.parse(text)
                    .filter(path -> type.find(path).isPresent())
                    .ifPresent(path -> check(rule, path, values, before));
        }
    }

    private static void check(ValidationRule rule, AttributePath path, JsonNode values, JsonNode before) {
        var old = texts(before, path).toList();
        texts(values, path)
                .filter(value -> !old.contains(value) && !rule.allows(value))
                .findFirst()
                .ifPresent(value -> {
                    throw SimulatedErrorCode.CONSTRAINT_VIOLATION
                            .because("the value provided for " + path + " violates a rule"
                                    + rule.description().map(": "::concat).orElse(""))
                            .with("attribute_name", path.toString())
                            .with("constraint_name", "rule");
                });
    }

    private static List<String> strings(EntityType type) {
        return type.own().stream()
                .filter(definition -> definition.type() == AttributeType.STRING)
                .map(definition -> "/" + definition.name())
                .toList();
    }

    private static Stream<String> texts(JsonNode record, AttributePath path) {
        return RecordValues.at(record, path).stream()
                .flatMap(found -> found.isArray() ? found.values().stream() : Stream.of(found))
                .flatMap(value -> value.stringValueOpt().stream());
    }
}
