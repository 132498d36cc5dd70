package io.regcontract.simulator.control.transport;

import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a control plane answered. */
final class ControlAnswer {

    private ControlAnswer() {}

    /**
     * The JSON of an answer.
     *
     * @throws ControlException when it is a refusal, or is not from a control plane
     */
    static JsonNode of(String method, String path, int status, byte[] body) {
        JsonNode json;
        try {
            json = Json.read(new String(body, StandardCharsets.UTF_8));
        } catch (JacksonException notJson) {
            throw new ControlException(
                    "What answers " + method + " " + path + " is no control plane: HTTP " + status
                            + " and a body that is not JSON.",
                    notJson);
        }
        if (status != 200) {
            throw new ControlException(
                    status, json.path("message").stringValue("The control plane answered " + status + "."));
        }
        return json;
    }
}
