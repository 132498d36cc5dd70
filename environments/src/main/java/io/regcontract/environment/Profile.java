package io.regcontract.environment;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * An environment the suite can run in, with every reference resolved.
 *
 * @param name the name it is chosen by ({@code -Denv=NAME})
 * @param kind what sort of place it is
 * @param baseAddress where the service answers, without a slash at the end; empty for the embedded simulator
 * @param dialect how the service speaks
 * @param application the application to work in; empty means the client's own
 * @param registrationSuffix the domain under which applications have their hosts
 * @param credentials the clients to speak as; empty when they are generated, for the embedded simulator
 * @param control the control plane; empty when there is none or none was given
 * @param pace how hard the suite may press
 * @param acceptedErrata errata under which a requirement may count as proven
 * @param acceptedReadings readings whose alternatives may count as proven
 */
public record Profile(
        String name,
        Kind kind,
        Optional<URI> baseAddress,
        Dialect dialect,
        Optional<String> application,
        String registrationSuffix,
        Optional<Credentials> credentials,
        Optional<Control> control,
        Pace pace,
        List<Accepted> acceptedErrata,
        List<Accepted> acceptedReadings) {

    public Profile {
        acceptedErrata = List.copyOf(acceptedErrata);
        acceptedReadings = List.copyOf(acceptedReadings);
        if (baseAddress.isPresent() != credentials.isPresent()) {
            throw new IllegalArgumentException("credentials are generated for the embedded simulator, and only for it");
        }
    }

    /** Whether the simulator is to be started inside the build for this profile. */
    public boolean embedded() {
        return baseAddress.isEmpty();
    }
}
