package io.regcontract.suite.twin;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON without loss: 1.50 stays 1.50. */
final class TwinJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonMapper PRETTY =
            MAPPER.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

    private TwinJson() {}

    static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }

    static String line(JsonNode json) {
        return MAPPER.writeValueAsString(json);
    }

    /** For files that people read. */
    static String pretty(JsonNode json) {
        return PRETTY.writeValueAsString(json) + "\n";
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }
}
