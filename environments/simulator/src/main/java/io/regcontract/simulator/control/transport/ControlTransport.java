package io.regcontract.simulator.control.transport;

import io.regcontract.simulator.control.ControlException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Takes calls to a control plane. */
public interface ControlTransport {

    /** Where the paths of a control plane begin. */
    String PREFIX = "/control/v1";

    /**
     * Makes a call.
     *
     * @param path after {@code /control/v1}, encoded, with a query if there is one
     * @throws ControlException when the control plane refuses it or does not answer
     */
    JsonNode call(String method, String path, Optional<JsonNode> body);
}
