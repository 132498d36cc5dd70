package io.regcontract.facade.write;

import io.regcontract.facade.api.ApiError;
import io.regcontract.facade.api.Refusal;
import io.regcontract.facade.schema.Attribute;
import io.regcontract.facade.schema.TextRules;
import io.regcontract.facade.schema.Times;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** Judges one value by the type of its attribute, its length and its characters. */
final class ValueJudge {

    private final Instant now;

    ValueJudge(Instant now) {
        this.now = now;
    }

    /**
     * Judges a value that is not null, of an attribute without attributes below it.
     *
     * @param path of the attribute, as errors name it
     * @throws Refusal when the attribute does not take it
     */
    void judge(Attribute attribute, JsonNode value, String path) {
        switch (attribute.type()) {
            case "boolean" -> type(value.isBoolean(), "a boolean", path);
            case "integer" -> type(value.isIntegralNumber(), "a whole number", path);
            case "decimal" -> type(value.isNumber(), "a number", path);
            case "json" -> {
                // Anything goes.
            }
            case "date" -> {
                type(value.isString(), "a string", path);
                if (Times.day(value.asString()).isEmpty()) {
                    throw ApiError.INVALID_DATE_TIME
                            .because(path + " is no date")
                            .with("attribute_name", path);
                }
            }
            case "dateTime" -> {
                type(value.isString(), "a string", path);
                if (Times.moment(value.asString(), now).isEmpty()) {
                    throw ApiError.INVALID_DATE_TIME
                            .because(path + " is no point in time")
                            .with("attribute_name", path);
                }
            }
            case "ipAddress" -> {
                type(value.isString(), "a string", path);
                if (!TextRules.isIpAddress(value.asString())) {
                    throw ApiError.INVALID_DATA_FORMAT
                            .because(path + " is no ip address")
                            .with("attribute_name", path);
                }
            }
            default -> {
                if (attribute.isPassword()) {
                    type(value.isString() || value.isObject(), "a string or an object", path);
                } else {
                    type(value.isString(), "a string", path);
                    text(attribute, value.asString(), path);
                }
            }
        }
    }

    private static void text(Attribute attribute, String text, String path) {
        if (attribute.length().isPresent()
                && text.codePointCount(0, text.length()) > attribute.length().getAsInt()) {
            throw ApiError.LENGTH_VIOLATION
                    .because(path + " is longer than " + attribute.length().getAsInt() + " characters")
                    .with("attribute_name", path);
        }
        TextRules.broken(attribute, text).ifPresent(constraint -> {
            throw ApiError.CONSTRAINT_VIOLATION
                    .because(path + " breaks the constraint " + constraint)
                    .with("attribute_name", path)
                    .with("constraint_name", constraint);
        });
    }

    /** @throws Refusal when the value is not of the type of JSON that is wanted */
    static void type(boolean right, String wanted, String path) {
        if (!right) {
            throw ApiError.INVALID_JSON_TYPE
                    .because(path + " must be " + wanted)
                    .with("attribute_name", path);
        }
    }
}
