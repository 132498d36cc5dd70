package io.regcontract.environment;

import io.regcontract.contract.model.OperationScope;
import java.net.URI;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An environment the suite can run in, with every reference resolved.
 *
 * @param name the name it is chosen by ({@code -Denv=NAME})
 * @param kind what sort of place it is
 * @param baseAddress where the service answers, without a slash at the end; empty for the embedded simulator
 * @param dialect how the service speaks
 * @param operations what the service implements; all but for a replacement
 * @param application the application to work in; empty means the client's own
 * @param registrationSuffix the domain under which applications have their hosts
 * @param credentials the clients to speak as; empty when they are generated, for the embedded simulator
 * @param control the control plane; empty when there is none or none was given
 * @param pace how hard the suite may press
 * @param safeguards what keeps the suite out of the wrong place
 * @param certificates PEM file of the certificates to trust in place of the JDK's
 * @param gateway what a gateway in front of the service asks for
 * @param proxy what a proxy adds to what it passes on
 * @param naming what the things that are made are called
 * @param signIn the flow that people sign in through
 * @param fixtures things that exist there already
 * @param ledger directory of the ledger; the project's when empty
 * @param notDrivable codes that cannot be driven here, beyond those of the kind
 * @param acceptedErrata errata under which a requirement may count as proven
 * @param acceptedReadings readings whose alternatives may count as proven
 */
public record Profile(
        String name,
        EnvironmentKind kind,
        Optional<URI> baseAddress,
        Dialect dialect,
        OperationScope operations,
        Optional<String> application,
        String registrationSuffix,
        Optional<Credentials> credentials,
        Optional<ControlPlaneAccess> control,
        Pace pace,
        Safeguards safeguards,
        Optional<Path> certificates,
        Gateway gateway,
        ProxyAdditions proxy,
        ResourceNaming naming,
        SignInFlow signIn,
        Fixtures fixtures,
        Optional<Path> ledger,
        List<NotDrivableCode> notDrivable,
        List<AcceptedDeviation> acceptedErrata,
        List<AcceptedDeviation> acceptedReadings) {

    public Profile {
        notDrivable = List.copyOf(notDrivable);
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

    /** What the environment lets the suite do: whatever its control plane can, or else what was made ready by hand. */
    public Set<Capability> capabilities() {
        if (embedded() || control.isPresent()) {
            var all = EnumSet.allOf(Capability.class);
            offer(all, Capability.SET_UP, operations.all());
            offer(
                    all,
                    Capability.TELLING_FLOW,
                    operations.all() || fixtures.tellingFlow().isPresent());
            return all;
        }
        return capabilities(Set.of());
    }

    /**
     * What the environment lets the suite do, once it is known what its control plane offers.
     *
     * @param controlled what the suite can do over its control plane
     */
    public Set<Capability> capabilities(Set<Capability> controlled) {
        var offered = EnumSet.noneOf(Capability.class);
        offer(offered, Capability.WRITING, kind != EnvironmentKind.PRODUCTION);
        offer(offered, Capability.SET_UP, operations.all());
        offer(offered, Capability.WAITING, !safeguards.budgets().waiting().isZero());
        offer(
                offered,
                Capability.LIMIT,
                kind != EnvironmentKind.PRODUCTION
                        && safeguards.budgets().toTheLimit().isPresent());
        offer(offered, Capability.EXPIRED_TOKEN, fixtures.expiredAccessToken().isPresent());
        offer(offered, Capability.BROKEN_FLOW, fixtures.brokenFlow().isPresent());
        offer(offered, Capability.TRIGGERING_FLOW, fixtures.triggeringFlow().isPresent());
        offer(
                offered,
                Capability.TELLING_FLOW,
                fixtures.tellingFlow().isPresent() || kind == EnvironmentKind.SIMULATOR);
        offered.addAll(controlled);
        return offered;
    }

    private static void offer(Set<Capability> offered, Capability capability, boolean there) {
        if (there) {
            offered.add(capability);
        } else {
            offered.remove(capability);
        }
    }

    /**
     * The profile for one of several shards. No shard may exhaust the rate limit, because that would block the others.
     */
    public Profile shared() {
        var budgets = safeguards.budgets();
        return new Profile(
                name,
                kind,
                baseAddress,
                dialect,
                operations,
                application,
                registrationSuffix,
                credentials,
                control,
                pace,
                new Safeguards(
                        safeguards.hosts(),
                        safeguards.marker(),
                        new Budgets(budgets.calls(), budgets.things(), budgets.waiting(), Optional.empty())),
                certificates,
                gateway,
                proxy,
                naming,
                signIn,
                fixtures,
                ledger,
                notDrivable,
                acceptedErrata,
                acceptedReadings);
    }

    /** Whether the environment is guarded, paced and cleaned up. True for every kind except simulator. */
    public boolean guarded() {
        return kind != EnvironmentKind.SIMULATOR;
    }
}
