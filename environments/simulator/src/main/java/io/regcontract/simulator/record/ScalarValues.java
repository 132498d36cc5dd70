package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.ErrorCause;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.schema.AttributeDefinition;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Brings a value that is neither object nor plural into the form it is kept in, or refuses it by its type or
 * constraints.
 */
final class ScalarValues {

    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");
    /** Upper bound of a decimal's scale; adding up numbers of a larger scale takes too long. */
    private static final int LARGEST_SCALE = 1_000;

    private final Passwords passwords;
    private final Supplier<Instant> now;

    ScalarValues(Passwords passwords, Supplier<Instant> now) {
        this.passwords = passwords;
        this.now = now;
    }

    /**
     * The form in which the value is kept.
     *
     * @param value not null and not JSON null
     * @throws ApiErrorException 340, 341, 342 by its type, 360 and 363 by the constraints of the attribute
     */
    JsonNode normalized(AttributeDefinition definition, JsonNode value, String path) {
        return switch (definition.type()) {
            case STRING -> {
                var text = text(value, path);
                checkString(definition, text, path);
                yield value;
            }
            case BOOLEAN -> {
                require(value.isBoolean(), "true or false", path);
                yield value;
            }
            case INTEGER -> {
                require(value.isIntegralNumber(), "a whole number", path);
                if (!value.canConvertToLong()) {
                    throw malformed("the value provided for " + path + " is outside the range of integers", path);
                }
                yield value;
            }
            case DECIMAL -> {
                require(value.isNumber(), "a number", path);
                checkSize(value.decimalValue(), path);
                yield value;
            }
            case DATE ->
                DateTimes.readDate(text(value, path), now.get())
                        .map(day -> Json.text(day.toString()))
                        .orElseThrow(() -> noDate("date", path));
            case DATE_TIME -> Json.text(DateTimes.write(time(value, path)));
            case IP_ADDRESS -> {
                if (!IPV4.matcher(text(value, path)).matches()) {
                    throw malformed(path + " was not a valid ip address.", path)
                            .in(ErrorCause.MALFORMED_IP_ADDRESS, path);
                }
                yield value;
            }
            case JSON -> value;
            case PASSWORD, PASSWORD_BCRYPT, PASSWORD_MD5, PASSWORD_MD5_SALTED, PASSWORD_SHA, PASSWORD_BASE64 ->
                password(value, path);
            case ID, UUID, OBJECT, PLURAL -> throw new IllegalStateException("not a plain value: " + path);
        };
    }

    /**
     * The point in time that a value means.
     *
     * @throws ApiErrorException 341 or 342
     */
    Instant time(JsonNode value, String path) {
        return DateTimes.read(text(value, path), now.get()).orElseThrow(() -> noDate("dateTime", path));
    }

    private JsonNode password(JsonNode value, String path) {
        if (value.isObject()) {
            Passwords.faultOf(value).ifPresent(fault -> {
                throw malformed("the value provided for " + path + " is not a password: " + fault, path);
            });
            return Passwords.dated((ObjectNode) value, now.get());
        }
        return Passwords.dated(passwords.hash(text(value, path)), now.get());
    }

    private static void checkString(AttributeDefinition definition, String text, String path) {
        if (definition.length().isPresent()
                && text.codePointCount(0, text.length()) > definition.length().getAsInt()) {
            throw SimulatedErrorCode.LENGTH_VIOLATION
                    .because("the value provided for " + path + " is longer than "
                            + definition.length().getAsInt() + " characters")
                    .with("attribute_name", path);
        }
        definition.constraints().stream()
                .sorted()
                .filter(constraint -> !constraint.allows(text))
                .findFirst()
                .ifPresent(broken -> {
                    throw SimulatedErrorCode.CONSTRAINT_VIOLATION
                            .because("the value provided for " + path + " violates the " + broken.documentedName()
                                    + " constraint")
                            .with("attribute_name", path)
                            .with("constraint_name", broken.documentedName());
                });
    }

    private static void checkSize(BigDecimal number, String path) {
        if (Math.abs((long) number.scale()) > LARGEST_SCALE || number.precision() > LARGEST_SCALE) {
            throw malformed("the value provided for " + path + " is outside the range of decimals", path);
        }
    }

    private static String text(JsonNode value, String path) {
        require(value.isString(), "a string", path);
        return value.stringValue();
    }

    private static void require(boolean holds, String expected, String path) {
        if (!holds) {
            throw wrongType(expected, path);
        }
    }

    static ApiErrorException wrongType(String expected, String path) {
        return SimulatedErrorCode.INVALID_JSON_TYPE
                .because("the value provided for " + path + " must be " + expected)
                .about(path);
    }

    private static ApiErrorException malformed(String description, String path) {
        return SimulatedErrorCode.INVALID_DATA_FORMAT.because(description).about(path);
    }

    private static ApiErrorException noDate(String type, String path) {
        return SimulatedErrorCode.INVALID_DATE_TIME
                .because("the value provided for " + path + " is not a valid " + type)
                .about(path);
    }
}
