package io.regcontract.simulator.operation;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.argument.Arguments;
import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.RecordRepository;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributeDefinition;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributeType;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;

/** The arguments that name a record: its uuid, its id, or the value of a unique attribute. */
final class RecordSelectors {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final PermittedRecords records;
    private final RecordRepository book;
    private final Arguments arguments;

    RecordSelectors(OperationCall call, RecordRepository book) {
        this.records = PermittedRecords.of(call, book);
        this.book = book;
        this.arguments = call.arguments();
    }

    /**
     * The record that is named.
     *
     * @throws ApiErrorException 223 for a key that does not exist or is hidden, 200 for one that is not unique
     */
    Optional<StoredRecord> named() {
        if (arguments.has("uuid")) {
            return byUuid(arguments.text("uuid"));
        }
        return arguments.has("id")
                ? book.byId(arguments.whole("id").orElseThrow())
                : byKey(arguments.path("key_attribute").orElseThrow(), arguments.json("key_value"));
    }

    /**
     * Refuses to act on a record beside which another one is named. The vendor's page says that selectors play no part
     * beside a token; programs send them empty, and some send the record's own. Who names another record means another
     * record, and must neither get this one nor learn whether that one exists.
     *
     * @throws ApiErrorException 403, and 223 for a key that does not exist or is hidden
     */
    void checkSame(StoredRecord record) {
        boolean isSame = arguments
                        .find("type_name")
                        .filter(name -> !name.equals(book.type().name()))
                        .isEmpty()
                && arguments
                        .find("uuid")
                        .filter(uuid -> !uuid.equalsIgnoreCase(record.uuid()))
                        .isEmpty()
                && arguments.find("id").filter(id -> !isNumber(id, record.id())).isEmpty()
                && (!arguments.has("key_attribute") || !arguments.has("key_value") || isByKey(record));
        if (!isSame) {
            throw SimulatedErrorCode.CLIENT_PERMISSION_ERROR.because(
                    "the access token is for another record than the one that the arguments name");
        }
    }

    private boolean isByKey(StoredRecord record) {
        var path = AttributePath.parse(arguments.text("key_attribute"));
        try {
            var value = Json.read(arguments.text("key_value"));
            return path.flatMap(key -> byKey(key, value))
                    .filter(found -> found.uuid().equals(record.uuid()))
                    .isPresent();
        } catch (JacksonException noValue) {
            path.ifPresent(records::readable);
            return false;
        }
    }

    private Optional<StoredRecord> byKey(AttributePath path, JsonNode given) {
        var definition = records.readable(path);
        var value = key(definition, given);
        return switch (path.toString()) {
            case "/uuid" -> value.stringValueOpt().flatMap(this::byUuid);
            case "/id" -> value.canConvertToLong() ? book.byId(value.longValue()) : Optional.empty();
            default -> {
                if (!book.isUnique(path)) {
                    throw ArgumentRules.invalid("key_attribute", definition.name() + " is not a unique attribute");
                }
                yield book.byValue(path, value);
            }
        };
    }

    private Optional<StoredRecord> byUuid(String uuid) {
        return book.byUuid(uuid.toLowerCase(Locale.ROOT));
    }

    /** The vendor's library writes every key as a JSON string: what stands for a whole number is one. */
    private static JsonNode key(AttributeDefinition definition, JsonNode value) {
        boolean isWhole = definition.type() == AttributeType.ID || definition.type() == AttributeType.INTEGER;
        return value.stringValueOpt()
                .filter(text -> isWhole && WHOLE.matcher(text).matches())
                .<JsonNode>map(text -> LongNode.valueOf(Long.parseLong(text)))
                .orElse(value);
    }

    private static boolean isNumber(String text, long number) {
        return WHOLE.matcher(text).matches() && Long.parseLong(text) == number;
    }
}
