package io.regcontract.simulator.drill.schema;

import io.regcontract.simulator.drill.WrittenValue;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributeType;
import io.regcontract.simulator.schema.Constraint;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/**
 * A change of a part of a definition, under which a value that was right is right no longer.
 *
 * @param part what of the definition is changed
 * @param back takes the change out of a definition that may have changed otherwise since
 */
record Amendment(String part, UnaryOperator<AttributeDefinition> change, UnaryOperator<AttributeDefinition> back) {

    private static final List<Constraint> OF_CHARACTERS = List.of(
            Constraint.ALPHABETIC,
            Constraint.ALPHANUMERIC,
            Constraint.UNICODE_LETTERS,
            Constraint.UNICODE_PRINTABLE,
            Constraint.EMAIL_ADDRESS);

    /** The first constraint on characters that a text does not keep. */
    static Optional<Amendment> constraintOnCharacters(WrittenValue written) {
        return text(written)
                .filter(text -> isOfType(written, AttributeType.STRING))
                .flatMap(text -> OF_CHARACTERS.stream()
                        .filter(constraint -> !written.definition().has(constraint) && !constraint.allows(text))
                        .findFirst()
                        .map(Amendment::constraint));
    }

    /** A constraint. */
    static Amendment constraint(Constraint constraint) {
        return new Amendment(constraint.documentedName(), with(constraint), without(constraint));
    }

    /** A length that a text is one character longer than. */
    static Optional<Amendment> shorterLength(WrittenValue written) {
        return text(written)
                .filter(text -> isOfType(written, AttributeType.STRING))
                .map(text -> text.codePointCount(0, text.length()) - 1)
                .filter(most -> most > 0)
                .map(most -> {
                    var before = written.definition().length();
                    return new Amendment(
                            "length",
                            definition -> definition.withLength(most),
                            definition -> definition.length().equals(OptionalInt.of(most))
                                    ? definition.withLength(before)
                                    : definition);
                });
    }

    /** Another JSON type: a number in place of a text, a text in place of anything else. */
    static Optional<Amendment> otherJsonType(WrittenValue written) {
        return isPlain(written)
                ? Optional.of(type(written, written.value().isString() ? AttributeType.INTEGER : AttributeType.STRING))
                : Optional.empty();
    }

    /** The type of IP addresses, for a text that is none. */
    static Optional<Amendment> ipAddress(WrittenValue written) {
        return text(written)
                .filter(text -> isPlain(written) && !text.matches("[0-9.]*"))
                .map(text -> type(written, AttributeType.IP_ADDRESS));
    }

    /** The type of days, for a text that is none. */
    static Optional<Amendment> date(WrittenValue written, Instant now) {
        return text(written)
                .filter(text ->
                        isPlain(written) && DateTimes.readDate(text, now).isEmpty())
                .map(text -> type(written, AttributeType.DATE));
    }

    private static Amendment type(WrittenValue written, AttributeType type) {
        var before = written.definition().type();
        return new Amendment(
                "type",
                definition -> definition.withType(type),
                definition -> definition.type() == type ? definition.withType(before) : definition);
    }

    private static Optional<String> text(WrittenValue written) {
        return written.value().stringValueOpt();
    }

    private static boolean isOfType(WrittenValue written, AttributeType type) {
        return written.definition().type() == type;
    }

    /** Whether the attribute has values that are what they look like, and the call writes one. */
    private static boolean isPlain(WrittenValue written) {
        return !written.value().isNull()
                && switch (written.definition().type()) {
                    case STRING, BOOLEAN, INTEGER, DECIMAL, DATE, DATE_TIME, IP_ADDRESS -> true;
                    default -> false;
                };
    }

    private static UnaryOperator<AttributeDefinition> with(Constraint constraint) {
        return definition -> {
            var more = new HashSet<>(definition.constraints());
            more.add(constraint);
            return definition.withConstraints(more);
        };
    }

    private static UnaryOperator<AttributeDefinition> without(Constraint constraint) {
        return definition -> {
            var fewer = new HashSet<>(definition.constraints());
            fewer.remove(constraint);
            return definition.withConstraints(fewer);
        };
    }
}
