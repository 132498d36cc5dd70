package io.regcontract.traffic.read;

import java.util.Map;
import java.util.Set;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads of a document only the members that are wanted, which for a HAR is half of it. The rest has to be JSON. */
final class PrunedTree {

    private final Map<String, Set<String>> wanted;

    /** @param wanted names of members by the pointer of their object; all of what has no names here is read */
    PrunedTree(Map<String, Set<String>> wanted) {
        this.wanted = Map.copyOf(wanted);
    }

    JsonNode read(JsonParser parser) {
        parser.nextToken();
        var root = read(parser, "");
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "Trailing token");
        }
        return root;
    }

    private JsonNode read(JsonParser parser, String pointer) {
        var names = wanted.get(pointer);
        if (names == null || parser.currentToken() != JsonToken.START_OBJECT) {
            return parser.readValueAsTree();
        }
        var object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = parser.currentName();
            parser.nextToken();
            if (!names.contains(name)) {
                parser.skipChildren();
            } else if (object.has(name)) {
                throw new StreamReadException(parser, "Duplicate");
            } else {
                object.set(name, read(parser, pointer + "/" + name));
            }
        }
        return object;
    }
}
