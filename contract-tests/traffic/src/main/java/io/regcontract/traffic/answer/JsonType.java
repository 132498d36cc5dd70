package io.regcontract.traffic.answer;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The type of a value of JSON, as reports name it. */
public final class JsonType {

    private JsonType() {}

    /** {@code integer}, {@code number}, {@code string}, {@code boolean}, {@code null}, {@code array} or {@code object}. */
    public static String of(JsonNode value) {
        if (value.isNumber()) {
            return value.isIntegralNumber() ? "integer" : "number";
        }
        return value.getNodeType().name().toLowerCase(Locale.ROOT);
    }
}
