package io.regcontract.simulator.control.state;

/**
 * An application that was just made, with what is needed to use it.
 *
 * @param host under which it lives
 * @param loginClientId of the client that people register and log in through
 */
public record NewApplication(
        String name, String host, String ownerClientId, String ownerClientSecret, String loginClientId) {}
