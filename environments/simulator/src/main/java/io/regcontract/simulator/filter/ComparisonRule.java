package io.regcontract.simulator.filter;

import io.regcontract.simulator.filter.Expression.Kind;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributeDefinition;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How the values of one attribute are compared. */
record ComparisonRule(AttributeDefinition definition, Instant now) {

    Kind kind() {
        return switch (definition.type()) {
            case STRING, IP_ADDRESS, UUID -> Kind.TEXT;
            case INTEGER, DECIMAL, ID -> Kind.NUMBER;
            case DATE, DATE_TIME -> Kind.TIME;
            case BOOLEAN -> Kind.TRUTH;
            case JSON, OBJECT, PLURAL -> Kind.OPAQUE;
            case PASSWORD, PASSWORD_BCRYPT, PASSWORD_MD5, PASSWORD_MD5_SALTED, PASSWORD_SHA, PASSWORD_BASE64 ->
                Kind.OPAQUE;
        };
    }

    /**
     * A stored value in the form in which it is compared; empty when it is from a time at which the attribute had
     * another type.
     */
    Optional<Object> of(JsonNode stored) {
        return switch (kind()) {
            case TEXT -> stored.stringValueOpt().map(this::folded);
            case NUMBER -> stored.isNumber() ? Optional.of(stored.decimalValue()) : Optional.empty();
            case TIME -> stored.stringValueOpt().flatMap(ComparisonRule::time);
            case TRUTH -> stored.isBoolean() ? Optional.of(stored.booleanValue()) : Optional.empty();
            case NULL, OPAQUE -> Optional.of(stored);
        };
    }

    private static Optional<Object> time(String stored) {
        try {
            return Optional.of(DateTimes.stored(stored));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /**
     * A literal in the form in which it is compared with this attribute.
     *
     * @throws FilterSyntaxException when the literal cannot be such a value
     */
    Object of(FilterToken literal) {
        return switch (kind()) {
            case TEXT -> folded(literal.text());
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

    private String folded(String text) {
        return definition.caseSensitive() ? text : text.toLowerCase(Locale.ROOT);
    }

    private FilterSyntaxException mismatch(FilterToken literal, String expected) {
        return new FilterSyntaxException(
                "'" + literal.shown() + "' is not " + expected + ", as attribute " + definition.name() + " needs it");
    }
}
