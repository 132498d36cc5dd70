package io.regcontract.simulator.token;

import java.time.Instant;

/** Lets its bearer act on one record until it expires. */
public record AccessToken(String value, Grant grant, Instant expires) {

    /** The record that the bearer may act on. */
    public RecordKey record() {
        return grant.record();
    }

    /** Whether the token is not valid any more at a time. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** The same token with another end. */
    public AccessToken expiringAt(Instant time) {
        return new AccessToken(value, grant, time);
    }
}
