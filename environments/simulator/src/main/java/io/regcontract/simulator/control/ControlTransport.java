package io.regcontract.simulator.control;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes calls to a control plane. */
interface ControlTransport {

    /**
     * Makes a call.
     *
     * @param path after {@code /control/v1}, encoded
     * @throws ControlException when the control plane refuses it or does not answer
     */
    JsonNode call(String method, String path, Optional<JsonNode> body);
}
