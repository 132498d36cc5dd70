package io.regcontract.simulator.token;

import java.time.Instant;

/**
 * Stamps a dateTime attribute of a record once.
 *
 * @param attribute path of the attribute
 */
public record VerificationCode(
        String value, String application, RecordKey record, String attribute, Instant expires, boolean used) {

    /** Whether the code is not valid any more at a time. */
    public boolean isExpired(Instant now) {
        return !now.isBefore(expires);
    }

    /** The same code with another end. */
    VerificationCode ending(Instant time) {
        return new VerificationCode(value, application, record, attribute, time, used);
    }

    VerificationCode spent() {
        return new VerificationCode(value, application, record, attribute, expires, true);
    }

    /** The same code with another end. */
    public VerificationCode expiringAt(Instant time) {
        return new VerificationCode(value, application, record, attribute, time, used);
    }
}
