package io.regcontract.suite.state;

import java.util.Optional;

/**
 * An application and the two clients every scenario starts from.
 *
 * @param id its id, where the environment tells
 * @param host the host it lives on, where the environment tells
 * @param ownerClientId a client with the owner feature
 * @param ownerSecret its secret
 * @param loginClientId a client with the login_client feature
 */
public record Application(
        Optional<String> id, Optional<String> host, String ownerClientId, String ownerSecret, String loginClientId) {

    @Override
    public String toString() {
        return "application " + id.orElse("(unnamed)");
    }
}
