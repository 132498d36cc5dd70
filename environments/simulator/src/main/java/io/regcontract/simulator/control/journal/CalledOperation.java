package io.regcontract.simulator.control.journal;

import java.util.Optional;

/**
 * How often a client has called an operation.
 *
 * @param operation path
 * @param clientId of the client that called, where there is one
 * @param failures how many of the calls failed
 */
public record CalledOperation(String operation, Optional<String> clientId, long calls, long failures) {}
