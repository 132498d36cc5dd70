package io.regcontract.suite.observe;

import io.regcontract.environment.Capability;
import io.regcontract.environment.ExistingThings;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlCapabilities;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import io.regcontract.suite.transport.ServiceClient;
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
 * @param capabilities what the environment lets the suite do
 * @param configuration what it brings along
 */
public record EngineContext(
        ServiceClient http,
        Optional<ControlPlaneClient> control,
        Application application,
        Redactor redactor,
        String registrationSuffix,
        String prefix,
        Set<Capability> capabilities,
        EnvironmentConfiguration configuration) {

    public EngineContext {
        capabilities = Set.copyOf(capabilities);
    }

    /** This environment where these things exist in place of those that its profile names. */
    public EngineContext where(ExistingThings existing) {
        return new EngineContext(
                http,
                control,
                application,
                redactor,
                registrationSuffix,
                prefix,
                capabilities,
                configuration.where(existing));
    }

    /** Why a scenario is not about this environment at all; empty if it is. */
    Optional<Outcome.OutOfScope> reasonOutOfScope(Scenario<?> scenario) {
        var operation = scenario.requirement().operation();
        return configuration.operations().holds(operation)
                ? Optional.empty()
                : Optional.of(new Outcome.OutOfScope(outOfScope(operation)));
    }

    /** That a replacement does not implement an operation, for a person. */
    public static String outOfScope(String operation) {
        return "the replacement does not implement " + operation + " (operations in its profile)";
    }

    /** The reason why a scenario cannot be driven in this environment; empty if it can. */
    Optional<Outcome.NotDrivable> reasonNotDrivable(Scenario<?> scenario) {
        var missing = scenario.needs().stream()
                .filter(capability -> !capabilities.contains(capability))
                .sorted()
                .findFirst();
        if (missing.isPresent()) {
            return Optional.of(new Outcome.NotDrivable(
                    missing.get(),
                    "the environment offers nothing that " + missing.get().description() + lackOf(missing.get())));
        }
        var budget = configuration.waiter().budget();
        return waitsForExpiry(scenario) && ExpiryWaiter.untilExpired().compareTo(budget) > 0
                ? Optional.of(new Outcome.NotDrivable(
                        Capability.WAITING,
                        "it takes " + ExpiryWaiter.untilExpired().toSeconds()
                                + " s of waiting, and the profile's budget is " + budget.toSeconds()
                                + " s (budgets.waiting-seconds)"))
                : Optional.empty();
    }

    /** What its control plane would have to offer, where it has one. */
    private String lackOf(Capability missing) {
        return control.isEmpty()
                ? ""
                : ControlCapabilities.neededFor(missing)
                        .map(word -> ": its control plane lacks " + word)
                        .orElse("");
    }

    /** Whether a control plane offers something, by its word. */
    boolean controls(String word) {
        return control.filter(plane -> plane.capabilities().offers(word)).isPresent();
    }

    /** Whether a scenario spends most of its time waiting there. */
    public boolean waitsForExpiry(Scenario<?> scenario) {
        return scenario.waitsForExpiry() && !controls(ControlCapabilities.CLOCK);
    }

    /** Whether a scenario blocks all other callers of the application for a while and therefore runs last. */
    public boolean blocksOtherScenarios(Scenario<?> scenario) {
        return control.isEmpty()
                ? scenario.needs().contains(Capability.LIMIT) && capabilities.contains(Capability.LIMIT)
                : changesTheSharedApplication(scenario);
    }

    /** Whether a scenario gets a separate application in this environment. */
    boolean needsOwnApplication(Scenario<?> scenario) {
        return scenario.needsOwnApplication() && controls(ControlCapabilities.APPLICATIONS);
    }

    /** Whether a scenario changes, over the control plane, the application that all scenarios share. */
    boolean changesTheSharedApplication(Scenario<?> scenario) {
        return scenario.needsOwnApplication() && control.isPresent() && !controls(ControlCapabilities.APPLICATIONS);
    }

    /** This environment, with what its control plane was found to offer. */
    public EngineContext offering(ControlPlaneClient found, Set<Capability> offered) {
        return new EngineContext(
                http, Optional.of(found), application, redactor, registrationSuffix, prefix, offered, configuration);
    }
}
