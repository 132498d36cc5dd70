package io.regcontract.traffic.replay;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands at the time of the recorded call that is repeated, so that a token is as old as it was; never goes back. */
final class ReplayClock extends Clock {

    private volatile Instant now;

    ReplayClock(Instant beginning) {
        now = beginning;
    }

    void goTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
