package io.regcontract.simulator.application;

import io.regcontract.simulator.application.Applications.DefaultApplicationIdentity;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the default application shall be. Clients that are not named stay as they were, or are generated.
 *
 * @param quota how often it may be called, from the start and after every reset
 */
public record DefaultApplicationRequest(
        String name,
        Optional<String> ownerClientId,
        Optional<String> ownerClientSecret,
        Optional<String> loginClientId,
        Optional<Quota.Limit> quota) {

    /** @throws IllegalArgumentException when owner and login client have one id */
    DefaultApplicationIdentity completed(Optional<DefaultApplicationIdentity> earlier, Supplier<String> newIdentifier) {
        var complete = new DefaultApplicationIdentity(
                name,
                ownerClientId
                        .or(() -> earlier.map(DefaultApplicationIdentity::ownerClientId))
                        .orElseGet(newIdentifier),
                ownerClientSecret
                        .or(() -> earlier.map(DefaultApplicationIdentity::ownerClientSecret))
                        .orElseGet(newIdentifier),
                loginClientId
                        .or(() -> earlier.map(DefaultApplicationIdentity::loginClientId))
                        .orElseGet(newIdentifier));
        if (complete.ownerClientId().equals(complete.loginClientId())) {
            throw new IllegalArgumentException("owner client and login client need different ids");
        }
        return complete;
    }
}
