package io.regcontract.simulator.application;

import tools.jackson.databind.node.ObjectNode;

/**
 * A person's sign-in at another provider.
 *
 * @param token what the provider's side hands over for it
 * @param profile what the provider says about the person, under the names of attributes
 * @param presented whether the application has been shown the token, so that a registration may follow
 */
public record SocialIdentity(String token, String provider, String identifier, ObjectNode profile, boolean presented) {

    SocialIdentity shown() {
        return new SocialIdentity(token, provider, identifier, profile, true);
    }
}
