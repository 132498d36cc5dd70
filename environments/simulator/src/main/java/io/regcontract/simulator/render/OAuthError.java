package io.regcontract.simulator.render;

import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The form that OAuth gives an error of its token endpoint. Recorded are {@code invalid_request} for a wrong
 * grant_type, {@code invalid_grant} for a code that is none, and that the status is 400 or 401; the other pairs
 * follow RFC 6749.
 */
record OAuthError(int status, String name) {

    private static final OAuthError INVALID_GRANT = new OAuthError(400, "invalid_grant");
    private static final Set<String> GRANTS = Set.of("authorization_code", "refresh_token");

    /** The OAuth form of an error; empty for errors that OAuth has no word for. */
    static Optional<OAuthError> of(ObservedError error) {
        return switch (error.code()) {
            case 100, 201 -> Optional.of(new OAuthError(400, "invalid_request"));
            case 200 -> Optional.of(isAboutGrant(error) ? INVALID_GRANT : new OAuthError(400, "invalid_request"));
            case 205, 402 -> Optional.of(new OAuthError(401, "invalid_client"));
            case 403 -> Optional.of(new OAuthError(400, "unauthorized_client"));
            case 413, 415, 420 -> Optional.of(INVALID_GRANT);
            default -> Optional.empty();
        };
    }

    private static boolean isAboutGrant(ObservedError error) {
        return Optional.ofNullable(error.fields().get("argument_name"))
                .map(JsonNode::stringValue)
                .filter(GRANTS::contains)
                .isPresent();
    }
}
