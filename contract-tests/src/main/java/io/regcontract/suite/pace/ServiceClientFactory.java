package io.regcontract.suite.pace;

import io.regcontract.environment.Profile;
import io.regcontract.environment.RateLimitBudget;
import io.regcontract.environment.guard.EnvironmentGuard;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.transport.ServiceClient;
import java.time.Clock;
import java.time.Duration;

/** Opens the client for an environment, with the pace and the guards that its profile asks for. */
public final class ServiceClientFactory {

    /** How often a throttled set-up call is made at most. */
    private static final int SET_UP_ATTEMPTS = 5;

    private ServiceClientFactory() {}

    /**
     * Opens a client. Sends nothing.
     *
     * @param profile with an address
     * @param shards how many processes share the pace
     * @throws IllegalArgumentException when the certificates to trust cannot be used
     */
    public static ServiceClient open(
            Profile profile,
            int shards,
            Redactor redactor,
            Clock clock,
            MonotonicClock monotonicClock,
            Duration timeout) {
        var http = new ServiceClient(
                profile.baseAddress().orElseThrow(),
                redactor,
                clock,
                timeout,
                profile.pace().inFlight(),
                GatewayAccess.trust(profile),
                GatewayAccess.headers(profile, redactor));
        var toTheLimit = profile.safeguards().budgets().toTheLimit();
        if (!profile.guarded() && toTheLimit.isEmpty()) {
            return http;
        }
        var window = toTheLimit.map(RateLimitBudget::window).orElse(Duration.ZERO);
        var paced = http.retryingSetUp(SET_UP_ATTEMPTS)
                .interceptedBy(new Throttle(profile.pace(), shards, window, monotonicClock));
        var within =
                profile.operations().all() ? paced : paced.interceptedBy(new OperationScopeGuard(profile.operations()));
        return new EnvironmentGuard(profile).readOnly() ? within.interceptedBy(new ReadOnlyGuard()) : within;
    }
}
