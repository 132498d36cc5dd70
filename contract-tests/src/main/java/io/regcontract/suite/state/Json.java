package io.regcontract.suite.state;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON as parameters carry it. */
public final class Json {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Json() {}

    /** A value as compact JSON. */
    public static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** JSON as a tree. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
