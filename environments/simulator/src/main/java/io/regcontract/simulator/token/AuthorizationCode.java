package io.regcontract.simulator.token;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Can be exchanged once for an access token.
 *
 * @param redirectUri the one that the exchange must name again, if one was named
 * @param transactionState given back with the exchange
 */
public record AuthorizationCode(
        String value,
        Grant grant,
        Optional<String> redirectUri,
        Optional<JsonNode> transactionState,
        Instant expires,
        boolean used) {

    /** A state that is null in the state file is none. */
    public AuthorizationCode {
        transactionState = transactionState.filter(json -> !json.isNull());
    }

    /** Whether the code is not valid any more at a time. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** The same code with another end. */
    AuthorizationCode ending(Instant time) {
        return new AuthorizationCode(value, grant, redirectUri, transactionState, time, used);
    }

    AuthorizationCode spent() {
        return new AuthorizationCode(value, grant, redirectUri, transactionState, expires, true);
    }

    /** The same code with another end. */
    public AuthorizationCode expiringAt(Instant time) {
        return new AuthorizationCode(value, grant, redirectUri, transactionState, time, used);
    }

    /** The same code, issued for another redirect URI. */
    public AuthorizationCode issuedFor(String otherUri) {
        return new AuthorizationCode(value, grant, Optional.of(otherUri), transactionState, expires, used);
    }
}
