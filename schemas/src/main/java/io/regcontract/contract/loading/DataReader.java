package io.regcontract.contract.loading;

import io.regcontract.contract.model.Operation;
import io.regcontract.contract.model.WrongValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One object of a data file, read by key. A key that is missing or of the wrong type is a {@link ContractDataException} that names file and key.
 *
 * @param where file and position, for messages
 */
public record DataReader(String where, JsonNode node) {

    public static List<DataReader> each(String where, JsonNode list, String idKey) {
        if (!list.isArray()) {
            throw new ContractDataException(where + ": a list is expected");
        }
        List<DataReader> readers = new ArrayList<>();
        for (JsonNode element : list) {
            String id = element.path(idKey).asString("#" + readers.size());
            readers.add(new DataReader(where + " " + id, element));
        }
        return readers;
    }

    public String text(String key) {
        JsonNode value = node.path(key);
        if (!value.isString()) {
            throw broken(key, "a text");
        }
        return value.stringValue();
    }

    public String text(String key, String otherwise) {
        return node.has(key) ? text(key) : otherwise;
    }

    public int integer(String key) {
        JsonNode value = node.path(key);
        if (!value.isInt()) {
            throw broken(key, "an integer");
        }
        return value.intValue();
    }

    public long integer(String key, long otherwise) {
        return node.has(key) ? integer(key) : otherwise;
    }

    boolean truth(String key) {
        JsonNode value = node.path(key);
        if (!value.isBoolean()) {
            throw broken(key, "true or false");
        }
        return value.booleanValue();
    }

    /** A list of texts; absent: empty. A single text counts as a list of one. Numbers are written in decimal. */
    public List<String> texts(String key) {
        return values(key, "texts", value -> value.isString() || value.isInt(), JsonNode::asString);
    }

    /** A list of integers; absent: empty. A single integer counts as a list of one. */
    List<Integer> integers(String key) {
        return values(key, "integers", JsonNode::isInt, JsonNode::intValue);
    }

    private <T> List<T> values(String key, String what, Function<JsonNode, Boolean> fits, Function<JsonNode, T> read) {
        JsonNode value = node.path(key);
        if (value.isMissingNode()) {
            return List.of();
        }
        List<JsonNode> elements = value.isArray() ? List.copyOf(value.values()) : List.of(value);
        if (!elements.stream().allMatch(fits::apply)) {
            throw broken(key, "a list of " + what);
        }
        return elements.stream().map(read).toList();
    }

    /** The objects of a list; absent: empty. */
    List<DataReader> objects(String key) {
        JsonNode value = node.path(key);
        return value.isMissingNode() ? List.of() : each(where + " " + key, value, "name");
    }

    /** The object under a key, if it is there. */
    Optional<DataReader> object(String key) {
        return node.has(key) ? Optional.of(new DataReader(where + " " + key, node.path(key))) : Optional.empty();
    }

    /** This object, as a value that is not taken. */
    WrongValue wrongValue() {
        return new WrongValue(
                text("value"),
                integer("code"),
                constant("evidence", Operation.ErrorEvidence.class),
                text("because"),
                text("source"));
    }

    /** A constant, written in lower case with hyphens, or with underscores as the vendor writes features. */
    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return constantOf(text(key), key, type);
    }

    <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
        return texts(key).stream().map(text -> constantOf(text, key, type)).toList();
    }

    private <E extends Enum<E>> E constantOf(String text, String key, Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .filter(constant -> written(constant).equals(text.replace('_', '-')))
                .findFirst()
                .orElseThrow(() -> broken(
                        key,
                        "one of "
                                + Stream.of(type.getEnumConstants())
                                        .map(DataReader::written)
                                        .toList()));
    }

    private static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    ContractDataException broken(String key, String expected) {
        return new ContractDataException(where + ": " + key + " must be " + expected);
    }
}
