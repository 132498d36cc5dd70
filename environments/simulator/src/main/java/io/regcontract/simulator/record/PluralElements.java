package io.regcontract.simulator.record;

import io.regcontract.simulator.error.ApiErrorException;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds elements of plurals, which are arrays of objects with ids. */
final class PluralElements {

    private PluralElements() {}

    /** The object that a value is. 341 when it is something else. */
    static ObjectNode object(JsonNode value, String path) {
        if (!value.isObject()) {
            throw ScalarValues.wrongType("a JSON object", path);
        }
        return (ObjectNode) value;
    }

    /** The elements of an array of objects. 341 when it is something else. */
    static List<ObjectNode> elements(JsonNode value, String path) {
        if (!value.isArray()) {
            throw ScalarValues.wrongType("a JSON array", path);
        }
        return value.values().stream().map(element -> object(element, path)).toList();
    }

    /** The array that a value is, or an empty one. */
    static ArrayNode array(JsonNode value) {
        return value.isArray() ? (ArrayNode) value : Json.array();
    }

    /** The element with that id. 310 when there is none. */
    static ObjectNode element(ArrayNode list, long id, String path) {
        return list.values().stream()
                .filter(element -> element.path("id").asLong(-1) == id)
                .map(ObjectNode.class::cast)
                .findFirst()
                .orElseThrow(() -> notFound("plural element not found: " + path));
    }

    /** Positions of the elements, by their ids. */
    static Map<Long, Integer> places(ArrayNode list) {
        var places = new HashMap<Long, Integer>();
        for (int i = 0; i < list.size(); i++) {
            places.putIfAbsent(list.path(i).path("id").asLong(-1), i);
        }
        return places;
    }

    /** Position of an element, which is found by its id. */
    static int indexOf(ArrayNode list, JsonNode element) {
        for (int i = 0; i < list.size(); i++) {
            if (list.path(i).path("id").equals(element.path("id"))) {
                return i;
            }
        }
        throw new IllegalStateException("the element was found in this list");
    }

    /** The error 310 for a missing element. */
    static ApiErrorException notFound(String description) {
        return SimulatedErrorCode.RECORD_NOT_FOUND.because(description);
    }
}
