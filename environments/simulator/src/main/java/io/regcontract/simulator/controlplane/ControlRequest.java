package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a control call, read key by key; whatever is wrong is said with the name of the key. */
final class ControlRequest {

    private final JsonNode body;

    private ControlRequest(JsonNode body) {
        this.body = body;
    }

    static ControlRequest of(WireRequest request) {
        if (request.body().length == 0) {
            return new ControlRequest(Json.object());
        }
        try {
            var body = Json.read(new String(request.body(), StandardCharsets.UTF_8));
            if (body.isObject()) {
                return new ControlRequest(body);
            }
        } catch (JacksonException notJson) {
            throw new ControlPlaneException(400, "The body is not well-formed JSON.");
        }
        throw new ControlPlaneException(400, "The body must be a JSON object.");
    }

    JsonNode whole() {
        return body;
    }

    boolean has(String key) {
        return body.hasNonNull(key);
    }

    String text(String key) {
        return body.path(key).stringValueOpt().orElseThrow(() -> wrong(key, "a string"));
    }

    long whole(String key, long least, long most) {
        var value = body.path(key);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw wrong(key, "a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    boolean flag(String key) {
        var value = body.path(key);
        if (value.isMissingNode()) {
            return false;
        }
        return value.booleanValueOpt().orElseThrow(() -> wrong(key, "true or false"));
    }

    /** An object; an empty one when the key is absent. */
    ObjectNode object(String key) {
        var value = body.path(key);
        if (value.isMissingNode()) {
            return Json.object();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw wrong(key, "a JSON object");
    }

    JsonNode array(String key) {
        if (!body.path(key).isArray()) {
            throw wrong(key, "a JSON array");
        }
        return body.path(key);
    }

    private static ControlPlaneException wrong(String key, String expected) {
        return new ControlPlaneException(400, "\"" + key + "\" must be " + expected + ".");
    }
}
