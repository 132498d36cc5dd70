package io.regcontract.simulator.filter;

import io.regcontract.simulator.filter.Expression.Kind;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.record.index.ValueKind;
import io.regcontract.simulator.schema.AttributeDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How the values of one attribute are compared. */
record ComparisonRule(AttributeDefinition definition, Instant now) {

    Kind kind() {
        return switch (ValueKind.of(definition)) {
            case TEXT -> Kind.TEXT;
            case NUMBER -> Kind.NUMBER;
            case TIME -> Kind.TIME;
            case TRUTH -> Kind.TRUTH;
            case OPAQUE -> Kind.OPAQUE;
        };
    }

    /**
     * A stored value in the form in which it is compared; empty when it is from a time at which the attribute had
     * another type.
     */
    Optional<Object> of(JsonNode stored) {
        return kind() == Kind.OPAQUE ? Optional.of(stored) : ValueKind.comparable(definition, stored);
    }

    /**
     * A literal in the form in which it is compared with this attribute.
     *
     * @throws FilterSyntaxException when the literal cannot be such a value
     */
    Object of(FilterToken literal) {
        return switch (kind()) {
            case TEXT -> ValueKind.folded(definition, literal.text());
            case NUMBER -> number(literal);
            case TIME -> DateTimes.read(literal.text(), now).orElseThrow(() -> mismatch(literal, "a date or time"));
            case TRUTH ->
                switch (literal.text().toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw mismatch(literal, "true or false");
                };
            case NULL, OPAQUE ->
                throw new FilterSyntaxException("attribute " + definition.name() + " can only be tested for null");
        };
    }

    private Object number(FilterToken literal) {
        if (literal.text().length() > FilterLexer.LONGEST_NUMBER) {
            throw mismatch(literal, "a number");
        }
        try {
            return new BigDecimal(literal.text());
        } catch (NumberFormatException notANumber) {
            throw mismatch(literal, "a number");
        }
    }

    private FilterSyntaxException mismatch(FilterToken literal, String expected) {
        return new FilterSyntaxException(
                "'" + literal.shown() + "' is not " + expected + ", as attribute " + definition.name() + " needs it");
    }
}
