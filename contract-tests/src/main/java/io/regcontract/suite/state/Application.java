package io.regcontract.suite.state;

import io.regcontract.environment.Profile;
import io.regcontract.suite.call.Credential;
import java.util.NoSuchElementException;
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

    /**
     * The application and the clients that a profile names.
     *
     * @throws NoSuchElementException when the profile has no credentials
     */
    public static Application of(Profile profile) {
        var credentials = profile.credentials().orElseThrow();
        return new Application(
                profile.application(),
                profile.application().map(name -> name + "." + profile.registrationSuffix()),
                credentials.ownerClientId(),
                credentials.ownerClientSecret().reveal(),
                credentials.loginClientId());
    }

    /** The credential of the client with the owner feature. */
    public Credential.Basic owner() {
        return new Credential.Basic(ownerClientId, ownerSecret);
    }

    @Override
    public String toString() {
        return "application " + id.orElse("(unnamed)");
    }
}
