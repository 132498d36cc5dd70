package io.regcontract.simulator.json;

import java.io.InputStream;
import java.util.Collection;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * JSON as this service reads and writes it: strict when reading (no duplicate keys, no trailing text, exact decimals,
 * nesting bounded by the parser), compact when writing.
 */
public final class Json {

    /**
     * How deep values may be nested: what is stored wraps a value in more levels, and all of it must be readable
     * again.
     */
    public static final int DEEPEST = 200;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads one value after another of a file, which goes on behind each. */
    private static final JsonMapper STREAM = MAPPER.rebuild()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    /**
     * Reads one JSON value.
     *
     * @throws StreamConstraintsException when the text is nested too deeply or holds a number that is too long
     * @throws tools.jackson.core.JacksonException when the text is not exactly one well-formed value
     */
    public static JsonNode read(String text) {
        JsonNode value;
        try {
            value = MAPPER.readTree(text);
        } catch (NumberFormatException beyondAnyNumber) {
            throw new StreamConstraintsException("a number is too large or too small");
        }
        // An empty text is no value at all, and not null.
        if (value.isMissingNode()) {
            throw new EmptyJsonException();
        }
        return value;
    }

    /** Reads a file token by token; of a value that fits into memory, {@link #read(JsonParser)} makes a tree. */
    public static JsonParser parser(InputStream file) {
        return STREAM.createParser(file);
    }

    /**
     * The value that begins at the present token of a parser, which stands at its last token then.
     *
     * @throws tools.jackson.core.JacksonException when it is not well-formed
     */
    public static JsonNode read(JsonParser parser) {
        try {
            return STREAM.readTree(parser);
        } catch (NumberFormatException beyondAnyNumber) {
            throw new StreamConstraintsException("a number is too large or too small");
        }
    }

    /** The value as compact JSON text. */
    public static String write(JsonNode value) {
        return MAPPER.writeValueAsString(value);
    }

    /** The value as compact JSON in UTF-8. */
    public static byte[] bytes(JsonNode value) {
        return MAPPER.writeValueAsBytes(value);
    }

    /** A new, empty JSON object. */
    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A new, empty JSON array. */
    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /** A JSON array of strings. */
    public static ArrayNode array(Collection<String> texts) {
        var array = array();
        texts.forEach(array::add);
        return array;
    }

    /** A JSON string. */
    public static JsonNode text(String text) {
        return StringNode.valueOf(text);
    }

    /** The JSON null. */
    public static JsonNode nothing() {
        return NullNode.getInstance();
    }
}
