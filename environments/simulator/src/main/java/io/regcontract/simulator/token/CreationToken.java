package io.regcontract.simulator.token;

import java.time.Instant;

/** Stands for client credentials at the creation of one record. */
public record CreationToken(
        String value, String application, String clientId, String typeName, Instant expires, boolean used) {

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    CreationToken spent() {
        return new CreationToken(value, application, clientId, typeName, expires, true);
    }
}
