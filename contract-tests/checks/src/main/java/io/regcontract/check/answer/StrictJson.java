package io.regcontract.check.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads a body as a suspicious reader would: what is ambiguous is not JSON, and what is huge or deep is refused. */
public final class StrictJson {

    private static final int DEEPEST = 200;
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_TEXT = 10_000_000;
    private static final int LONGEST_NAME = 50_000;

    /** The limits of what is read. A body beyond them may be JSON, but no client could use it. */
    public static final String LIMITS = "JSON within the suite's limits: " + DEEPEST + " levels, numbers of "
            + LONGEST_NUMBER + " digits, names of " + LONGEST_NAME + " and texts of " + LONGEST_TEXT + " characters";

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxNumberLength(LONGEST_NUMBER)
                            .maxNameLength(LONGEST_NAME)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    static Body parse(String text) {
        if (text.isBlank()) {
            return new Body.NotJson(text.isEmpty() ? "an empty body" : "a blank body");
        }
        if (text.charAt(0) == '\uFEFF') {
            return new Body.NotJson("a byte order mark before the JSON");
        }
        try {
            var root = MAPPER.readTree(text);
            return new Body.Json(root, root.isObject() ? written(text) : Map.of());
        } catch (StreamConstraintsException e) {
            return new Body.NotJson(beyond(e) + ": " + text, true);
        } catch (JacksonException e) {
            return new Body.NotJson(problem(e) + ": " + text);
        }
    }

    /** The text of a value, as it stands in a text that is JSON. */
    static Optional<String> textAt(String json, String pointer) {
        var wanted = JsonPointer.compile(pointer);
        try (JsonParser parser = MAPPER.createParser(json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
                    continue;
                }
                if (parser.streamReadContext().pathAsPointer().equals(wanted)) {
                    var from = (int) parser.currentTokenLocation().getCharOffset();
                    parser.skipChildren();
                    parser.finishToken();
                    return Optional.of(
                            json.substring(from, (int) parser.currentLocation().getCharOffset())
                                    .strip());
                }
            }
            return Optional.empty();
        }
    }

    /** Told apart by the message: the parser has one exception for all limits. */
    private static String beyond(StreamConstraintsException e) {
        var message = String.valueOf(e.getOriginalMessage());
        if (message.contains("nesting depth")) {
            return "nested deeper than " + DEEPEST + " levels";
        }
        if (message.startsWith("Number")) {
            return "a number of more than " + LONGEST_NUMBER + " digits";
        }
        return message.startsWith("Name")
                ? "a name of more than " + LONGEST_NAME + " characters"
                : "a text of more than " + LONGEST_TEXT + " characters";
    }

    private static String problem(JacksonException e) {
        var message = e.getOriginalMessage();
        if (message != null && message.startsWith("Duplicate")) {
            return "JSON with a key given twice";
        }
        if (message != null && message.startsWith("Trailing token")) {
            return "JSON with something behind it";
        }
        return "text that is not valid JSON";
    }

    private static Map<String, Body.Written> written(String text) {
        var members = new LinkedHashMap<String, Body.Written>();
        try (JsonParser parser = MAPPER.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                var value = parser.nextToken();
                if (value.isStructStart()) {
                    parser.skipChildren();
                } else {
                    members.put(name, new Body.Written(kind(value), parser.getString()));
                }
            }
        }
        return Map.copyOf(members);
    }

    private static Body.Written.Kind kind(JsonToken token) {
        return switch (token) {
            case VALUE_NUMBER_INT -> Body.Written.Kind.INTEGER;
            case VALUE_NUMBER_FLOAT -> Body.Written.Kind.NUMBER_WITH_FRACTION_OR_EXPONENT;
            case VALUE_STRING -> Body.Written.Kind.STRING;
            case VALUE_NULL -> Body.Written.Kind.NULL;
            default -> Body.Written.Kind.TRUE_OR_FALSE;
        };
    }
}
