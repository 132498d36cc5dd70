package io.regcontract.simulator.render;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer as one dialect writes it.
 *
 * @param body empty when the dialect has no body for it
 * @param error the name of the error as the body has it, empty for a success
 */
public record Rendered(int status, Optional<ObjectNode> body, String error) {}
