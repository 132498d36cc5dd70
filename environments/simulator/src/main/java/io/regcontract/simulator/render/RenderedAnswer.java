package io.regcontract.simulator.render;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as one dialect writes it.
 *
 * @param body empty when the dialect has no body for it
 * @param code the error code as the body has it, 0 for a success
 * @param error the name of the error as the body has it, empty for a success
 */
public record RenderedAnswer(int status, Optional<ObjectNode> body, int code, String error) {

    static RenderedAnswer success(ObjectNode body) {
        return new RenderedAnswer(200, Optional.of(body), 0, "");
    }
}
