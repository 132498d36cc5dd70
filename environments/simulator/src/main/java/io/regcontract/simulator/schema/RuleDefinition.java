package io.regcontract.simulator.schema;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import tools.jackson.databind.JsonNode;

/** The condition in a rule: one operator and its operand, or operands. */
final class RuleDefinition {

    private static final int DEEPEST = 20;
    private static final int LONGEST_PATTERN = 1_000;

    private RuleDefinition() {}

    static Optional<String> faultOf(JsonNode definition, int depth) {
        if (depth > DEEPEST) {
            return Optional.of("the definition is nested too deeply");
        }
        if (!definition.isObject() || definition.size() != 1) {
            return Optional.of("a definition must be a JSON object with one operator");
        }
        var operator = definition.propertyNames().iterator().next();
        var operand = definition.path(operator);
        return switch (operator) {
            case "and", "or" ->
                operand.isArray()
                        ? operand.values().stream()
                                .flatMap(each -> faultOf(each, depth + 1).stream())
                                .findFirst()
                        : Optional.of(operator + " needs a JSON array");
            case "not" -> faultOf(operand, depth + 1);
            case "min-length", "max-length" ->
                operand.isInt() ? Optional.empty() : Optional.of(operator + " needs a whole number");
            case "match-all", "match-any" -> patternFault(operator, operand);
            default -> Optional.of("unknown operator: " + operator);
        };
    }

    static boolean allows(JsonNode definition, String value) {
        var operator = definition.propertyNames().iterator().next();
        var operand = definition.path(operator);
        return switch (operator) {
            case "and" -> operand.values().stream().allMatch(each -> allows(each, value));
            case "or" -> operand.values().stream().anyMatch(each -> allows(each, value));
            case "not" -> !allows(operand, value);
            case "min-length" -> value.codePointCount(0, value.length()) >= operand.intValue();
            case "max-length" -> value.codePointCount(0, value.length()) <= operand.intValue();
            case "match-all" -> BoundedRegex.matches(operand.stringValue(), value);
            case "match-any" -> BoundedRegex.finds(operand.stringValue(), value);
            default -> throw new IllegalStateException("the operator was judged before: " + operator);
        };
    }

    private static Optional<String> patternFault(String operator, JsonNode operand) {
        if (!operand.isString() || operand.stringValue().length() > LONGEST_PATTERN) {
            return Optional.of(operator + " needs a pattern of at most " + LONGEST_PATTERN + " characters");
        }
        try {
            Pattern.compile(operand.stringValue());
            return Optional.empty();
        } catch (PatternSyntaxException broken) {
            return Optional.of(operator + " needs a regular expression");
        }
    }
}
