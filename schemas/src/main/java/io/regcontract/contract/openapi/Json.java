package io.regcontract.contract.openapi;

import java.util.Collection;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** New nodes. */
final class Json {

    private Json() {}

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static ArrayNode texts(Collection<String> values) {
        var array = array();
        values.forEach(array::add);
        return array;
    }

    /** A reference to a schema of the description. */
    static ObjectNode schema(String name) {
        return object().put("$ref", "#/components/schemas/" + name);
    }
}
