package io.regcontract.simulator.token;

import java.time.Instant;

/** Stands for client credentials at the creation of one record. */
public record CreationToken(
        String value, String application, String clientId, String typeName, Instant expires, boolean used) {

    /** Whether the token is not valid any more at a time. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    CreationToken spent() {
        return new CreationToken(value, application, clientId, typeName, expires, true);
    }

    /** The same token with another end. */
    public CreationToken expiringAt(Instant time) {
        return new CreationToken(value, application, clientId, typeName, time, used);
    }
}
