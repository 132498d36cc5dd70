package io.regcontract.facade.store;

import java.time.Instant;

/**
 * A token or code that was issued.
 *
 * @param client for whom
 * @param type of the record it is about
 * @param uuid of the record it is about
 * @param detail the redirect address of an authorization code, or the attribute that a verification code stamps
 * @param expires when it is good no more
 */
public record Issued(
        Kind kind, String value, String client, String type, String uuid, String detail, Instant expires, State state) {

    /** What it is good for. */
    public enum Kind {
        ACCESS_TOKEN,
        REFRESH_TOKEN,
        AUTHORIZATION_CODE,
        VERIFICATION_CODE
    }

    /** What became of it. */
    public enum State {
        FRESH,
        USED,
        /** The access that it stands for was deleted. */
        REVOKED
    }

    /** The same in another state. */
    public Issued become(State next) {
        return new Issued(kind, value, client, type, uuid, detail, expires, next);
    }

    /** The same with another end. */
    public Issued expiring(Instant end) {
        return new Issued(kind, value, client, type, uuid, detail, end, state);
    }
}
