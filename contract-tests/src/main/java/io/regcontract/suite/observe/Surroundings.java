package io.regcontract.suite.observe;

import io.regcontract.environment.Capability;
import io.regcontract.suite.exchange.Http;
import io.regcontract.suite.exchange.Redactor;
import io.regcontract.suite.tenant.Application;
import io.regcontract.suite.tenant.ControlPlane;
import java.util.Optional;
import java.util.Set;

/**
 * The environment of one run, open and ready.
 *
 * @param http way to the service
 * @param control way to its control plane, where it has one
 * @param application the application that scenarios share
 * @param redactor what takes secrets out of everything kept
 * @param registrationSuffix the domain under which applications have their hosts
 * @param prefix what every name this run makes begins with
 */
public record Surroundings(
        Http http,
        Optional<ControlPlane> control,
        Application application,
        Redactor redactor,
        String registrationSuffix,
        String prefix) {

    /** What the environment lets the suite do. All of it hangs on the control plane. */
    public Set<Capability> capabilities() {
        return control.isPresent() ? Set.of(Capability.values()) : Set.of();
    }
}
