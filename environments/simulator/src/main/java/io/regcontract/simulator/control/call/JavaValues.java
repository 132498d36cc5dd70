package io.regcontract.simulator.control.call;

import io.regcontract.simulator.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.ObjectNode;

/** Values of JSON as values of Java, and back. */
final class JavaValues {

    private JavaValues() {}

    /**
     * The JSON of a value.
     *
     * @throws IllegalArgumentException when it is no text, number, boolean, list, map or null
     */
    static JsonNode json(@Nullable Object value) {
        if (value == null) {
            return Json.nothing();
        } else if (value instanceof Boolean truth) {
            return BooleanNode.valueOf(truth);
        } else if (value instanceof Number number) {
            return DecimalNode.valueOf(new BigDecimal(number.toString()));
        } else if (value instanceof Map<?, ?> map) {
            return object(map);
        } else if (value instanceof Collection<?> list) {
            var array = Json.array();
            list.forEach(each -> array.add(json(each)));
            return array;
        } else if (value instanceof CharSequence || value instanceof Instant || value instanceof LocalDate) {
            return Json.text(value.toString());
        }
        throw new IllegalArgumentException("A value of an attribute is a text, a number, a boolean, a list, a map or"
                + " null, not " + value.getClass().getName() + ".");
    }

    static ObjectNode object(Map<?, ?> map) {
        var object = Json.object();
        map.forEach((key, value) -> object.set(String.valueOf(key), json(value)));
        return object;
    }

    static @Nullable Object java(JsonNode json) {
        if (json.isObject()) {
            return map(json);
        } else if (json.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            json.values().forEach(each -> list.add(java(each)));
            return Collections.unmodifiableList(list);
        } else if (json.isString()) {
            return json.stringValue();
        } else if (json.isBoolean()) {
            return json.booleanValue();
        } else if (json.isIntegralNumber() && json.canConvertToLong()) {
            return json.longValue();
        }
        return json.isNumber() ? json.decimalValue() : null;
    }

    static Map<String, @Nullable Object> map(JsonNode json) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        json.properties().forEach(member -> map.put(member.getKey(), java(member.getValue())));
        return Collections.unmodifiableMap(map);
    }

    static List<String> texts(JsonNode array) {
        return array.values().stream().map(text -> text.stringValue("")).toList();
    }

    /** The constant that has a name. */
    static <E extends Enum<E>> E named(Class<E> constants, Function<E, String> naming, String name) {
        return Arrays.stream(constants.getEnumConstants())
                .filter(each -> naming.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The control plane speaks of \"" + name
                        + "\", which this version does not know: use the same version on both sides."));
    }
}
