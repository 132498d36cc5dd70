package io.regcontract.simulator.record.index;

import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributeDefinition;
import java.time.DateTimeException;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How values of an attribute are compared. */
public enum ValueKind {
    TEXT,
    NUMBER,
    TIME,
    TRUTH,
    /** Not at all, but with nothing. */
    OPAQUE;

    /** How values of that attribute are compared. */
    public static ValueKind of(AttributeDefinition definition) {
        return switch (definition.type()) {
            case STRING, IP_ADDRESS, UUID -> TEXT;
            case INTEGER, DECIMAL, ID -> NUMBER;
            case DATE, DATE_TIME -> TIME;
            case BOOLEAN -> TRUTH;
            case JSON, OBJECT, PLURAL -> OPAQUE;
            case PASSWORD, PASSWORD_BCRYPT, PASSWORD_MD5, PASSWORD_MD5_SALTED, PASSWORD_SHA, PASSWORD_BASE64 -> OPAQUE;
        };
    }

    /**
     * A stored value in the form in which it is compared: a string, a decimal, an instant or a boolean.
     *
     * @return empty when it is from a time at which the attribute had another type, and for what is not compared
     */
    public static Optional<Object> comparable(AttributeDefinition definition, JsonNode stored) {
        return switch (of(definition)) {
            case TEXT -> stored.stringValueOpt().map(text -> folded(definition, text));
            case NUMBER -> stored.isNumber() ? Optional.of(stored.decimalValue()) : Optional.empty();
            case TIME -> stored.stringValueOpt().flatMap(ValueKind::time);
            case TRUTH -> stored.isBoolean() ? Optional.of(stored.booleanValue()) : Optional.empty();
            case OPAQUE -> Optional.empty();
        };
    }

    /** A text in the form in which the attribute compares it. */
    public static String folded(AttributeDefinition definition, String text) {
        return definition.caseSensitive() ? text : text.toLowerCase(Locale.ROOT);
    }

    private static Optional<Object> time(String stored) {
        try {
            return Optional.of(DateTimes.stored(stored));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
