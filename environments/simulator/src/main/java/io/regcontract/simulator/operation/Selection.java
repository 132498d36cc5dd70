package io.regcontract.simulator.operation;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.error.Refusal;
import io.regcontract.simulator.record.AttributeDefinition;
import io.regcontract.simulator.record.AttributeType;
import io.regcontract.simulator.record.DateTimes;
import io.regcontract.simulator.record.RecordBook;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.record.Values;
import io.regcontract.simulator.token.AccessToken;
import io.regcontract.simulator.token.RecordKey;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/** The record a call is about, and the book it stands in. */
public record Selection(RecordBook book, StoredRecord record) {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    /**
     * The record that the caller's token, or else the arguments of the call name.
     *
     * @throws Refusal 222 for an unknown type, 310 when there is no such record, 223 and 200 for a selector that cannot
     *     name one
     */
    public static Selection of(Call call) {
        return call.caller()
                .token()
                .map(token -> of(call, token))
                .orElseGet(() ->
                        named(call, call.application().records(call.arguments().text("type_name"))));
    }

    /**
     * The record of a user.
     *
     * @throws Refusal 310 when it is gone
     */
    public static Selection of(Call call, AccessToken token) {
        return of(call, token.record());
    }

    /**
     * The record of that name.
     *
     * @throws Refusal 310 when it is gone
     */
    public static Selection of(Call call, RecordKey key) {
        return call.application()
                .find(key.typeName())
                .flatMap(book -> book.byUuid(key.uuid()).map(record -> new Selection(book, record)))
                .orElseThrow(Selection::notFound);
    }

    /** The name of the record, as tokens and codes know it. */
    public RecordKey key() {
        return new RecordKey(book.type().name(), record.uuid());
    }

    /**
     * Holds the arguments {@code created} and {@code lastUpdated} against the record.
     *
     * @throws Refusal 330 when one differs
     */
    public Selection checkTimestamps(Call call) {
        check(call, "created", record.created());
        check(call, "lastUpdated", record.lastUpdated());
        return this;
    }

    private static Selection named(Call call, RecordBook book) {
        var arguments = call.arguments();
        Optional<StoredRecord> found;
        if (arguments.has("uuid")) {
            found = book.byUuid(arguments.text("uuid").toLowerCase(Locale.ROOT));
        } else if (arguments.has("id")) {
            found = book.byId(arguments.whole("id").orElseThrow());
        } else {
            found = byKey(book, call);
        }
        return new Selection(book, found.orElseThrow(Selection::notFound));
    }

    private static Optional<StoredRecord> byKey(RecordBook book, Call call) {
        var path = call.arguments().path("key_attribute").orElseThrow();
        var definition = book.type().definition(path);
        var value = key(definition, call.arguments().json("key_value"));
        return switch (path.toString()) {
            case "/uuid" -> value.stringValueOpt().flatMap(uuid -> book.byUuid(uuid.toLowerCase(Locale.ROOT)));
            case "/id" -> value.canConvertToLong() ? book.byId(value.longValue()) : Optional.empty();
            default -> {
                if (!book.isUnique(path)) {
                    throw ArgumentRules.invalid("key_attribute", definition.name() + " is not a unique attribute");
                }
                yield book.byValue(path, value);
            }
        };
    }

    /** The vendor's library writes every key as a JSON string: what stands for a whole number is one. */
    private static JsonNode key(AttributeDefinition definition, JsonNode value) {
        boolean isWhole = definition.type() == AttributeType.ID || definition.type() == AttributeType.INTEGER;
        return value.stringValueOpt()
                .filter(text -> isWhole && WHOLE.matcher(text).matches())
                .<JsonNode>map(text -> LongNode.valueOf(Long.parseLong(text)))
                .orElse(value);
    }

    private static void check(Call call, String argument, Instant actual) {
        var supplied = call.arguments().time(argument, call.now());
        if (supplied.isPresent() && !supplied.get().equals(actual.truncatedTo(ChronoUnit.MICROS))) {
            throw ErrorCode.TIMESTAMP_MISMATCH
                    .because("the record has another value for " + argument)
                    .with("attribute_name", "/" + argument)
                    .with("actual_value", DateTimes.micros(actual))
                    .with("supplied_value", call.arguments().text(argument));
        }
    }

    private static Refusal notFound() {
        return ErrorCode.RECORD_NOT_FOUND.because("record not found");
    }

    /** The record as answers show it. */
    public ObjectNode shown() {
        return Values.all(book.type(), record);
    }
}
