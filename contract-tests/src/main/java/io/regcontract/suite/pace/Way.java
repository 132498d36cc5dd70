package io.regcontract.suite.pace;

import io.regcontract.environment.CallsToTheLimit;
import io.regcontract.environment.Guard;
import io.regcontract.environment.Profile;
import io.regcontract.suite.exchange.Http;
import io.regcontract.suite.exchange.Redactor;
import io.regcontract.suite.exchange.Trust;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;

/** The way to an environment that a profile describes, with all that has to go along on it. */
public final class Way {

    /** How often a call that builds a condition is made at most where others press too. */
    private static final int SET_UP_ATTEMPTS = 5;

    private Way() {}

    /**
     * Opens it; nothing is sent.
     *
     * @param profile with an address
     * @param shards how many processes share the pace
     * @throws IllegalArgumentException when the certificates to trust cannot be used
     */
    public static Http to(
            Profile profile, int shards, Redactor redactor, Clock clock, Ticker ticker, Duration timeout) {
        var http = new Http(
                profile.baseAddress().orElseThrow(),
                redactor,
                clock,
                timeout,
                profile.pace().inFlight(),
                profile.certificates()
                        .map(Trust::in)
                        .<Supplier<SSLContext>>map(context -> () -> context)
                        .orElse(Trust::byDefault));
        var toTheLimit = profile.safeguards().budgets().toTheLimit();
        if (!profile.guarded() && toTheLimit.isEmpty()) {
            return http;
        }
        var window = toTheLimit.map(CallsToTheLimit::window).orElse(Duration.ZERO);
        var paced = http.patient(SET_UP_ATTEMPTS).escortedBy(new Throttle(profile.pace(), shards, window, ticker));
        return new Guard(profile).readOnly() ? paced.escortedBy(new ReadOnly()) : paced;
    }
}
