package io.regcontract.simulator.people;

import io.regcontract.simulator.identity.Identifiers;
import java.util.Optional;

/**
 * What is made up once for the people of an application and holds from then on, across resets and restarts.
 *
 * @param revokedCode the authorization code whose grant is gone
 */
record SettledPeople(
        String password,
        String accessToken,
        String authorizationCode,
        String verificationCode,
        String creationToken,
        String revokedCode) {

    /** @param password the one that was given; else one is made up */
    static SettledPeople made(Identifiers identifiers, Optional<String> password) {
        return new SettledPeople(
                password.orElseGet(() -> identifiers.token(12)),
                identifiers.token(16),
                identifiers.token(14),
                identifiers.token(32),
                identifiers.token(16),
                identifiers.token(14));
    }
}
