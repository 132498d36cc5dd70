package io.regcontract.simulator.token;

import java.time.Instant;

/** Lets its bearer act on one record until it expires. */
public record AccessToken(String value, Grant grant, Instant expires) {

    public RecordKey record() {
        return grant.record();
    }

    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }
}
