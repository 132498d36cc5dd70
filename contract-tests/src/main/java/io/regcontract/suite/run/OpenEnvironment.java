package io.regcontract.suite.run;

import io.regcontract.environment.Capability;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Dialect;
import io.regcontract.environment.ExistingThings;
import io.regcontract.environment.Profile;
import io.regcontract.environment.Secret;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.ledger.LeftoverResource;
import io.regcontract.suite.ledger.RunResources;
import io.regcontract.suite.observe.EngineContext;
import io.regcontract.suite.pace.CallBudgetGuard;
import io.regcontract.suite.pace.GatewayAccess;
import io.regcontract.suite.pace.MonotonicClock;
import io.regcontract.suite.pace.ServiceClientFactory;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.preflight.Preflight;
import io.regcontract.suite.preflight.PreflightTable;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ExpiryWaiter;
import io.regcontract.suite.state.SetUpException;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.ServiceClient;
import io.regcontract.suite.transport.TransportException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** An environment that is ready to be called: the one a profile points at, or a simulator started for this run. */
final class OpenEnvironment implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final ExpiryWaiter.Sleeper SLEEPER = time -> MonotonicClock.SYSTEM.sleep(time.toNanos());

    private final Profile profile;
    private final Clock clock;
    private final EngineContext engineContext;
    private final Optional<RegistrationSimulator> simulator;
    private final Optional<RunResources> resources;

    private OpenEnvironment(
            Profile profile,
            Clock clock,
            EngineContext engineContext,
            Optional<RegistrationSimulator> simulator,
            Optional<RunResources> resources) {
        this.profile = profile;
        this.clock = clock;
        this.engineContext = engineContext;
        this.simulator = simulator;
        this.resources = resources;
    }

    /**
     * Opens the environment of a profile. Sends nothing.
     *
     * @param shards how many processes share its pace
     * @throws InvalidSettingsException when the profile's certificates cannot be used
     */
    static OpenEnvironment of(Profile profile, String prefix, int shards, Clock clock) {
        try {
            return profile.embedded() ? embedded(profile, prefix, clock) : running(profile, prefix, shards, clock);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage());
        }
    }

    /** A simulator in this process with the dialect of an environment, for a dry run. */
    static OpenEnvironment dryRun(Profile profile, String prefix, Clock clock) {
        var open = embedded(profile, prefix, clock);
        var things = profile.fixtures().things();
        return things.equals(ExistingThings.NONE) ? open : open.where(RehearsedThings.of(things, open.engineContext));
    }

    private OpenEnvironment where(ExistingThings things) {
        return new OpenEnvironment(profile, clock, engineContext.where(things), simulator, resources);
    }

    /** This environment, called through another client. */
    OpenEnvironment through(ServiceClient http, boolean controlled) {
        return new OpenEnvironment(
                profile,
                clock,
                new EngineContext(
                        http,
                        controlled ? engineContext.control() : Optional.empty(),
                        engineContext.application(),
                        engineContext.redactor(),
                        engineContext.registrationSuffix(),
                        engineContext.prefix(),
                        controlled ? engineContext.capabilities() : profile.capabilities(),
                        controlled
                                ? engineContext.configuration()
                                : engineContext.configuration().forDryRun()),
                simulator,
                resources);
    }

    /**
     * This environment, with what its control plane says that it offers. A simulator of an earlier version does not know the
     * question, and offers all.
     *
     * @throws EnvironmentUnfitException when a replacement's control plane does not say it as docs/control-plane.yaml describes
     */
    OpenEnvironment findingOutWhatIsOffered() {
        if (profile.embedded() || engineContext.control().isEmpty()) {
            return this;
        }
        var control = engineContext.control().get();
        try {
            var found = control.askCapabilities();
            if (found.isEmpty() && profile.operations().all()) {
                return this;
            }
            var offered = found.orElseThrow(() -> new SetUpException("it answers HTTP 404"));
            return new OpenEnvironment(
                    profile,
                    clock,
                    engineContext.offering(control.offering(offered), profile.capabilities(offered.uses())),
                    simulator,
                    resources);
        } catch (TransportException | SetUpException e) {
            if (profile.operations().all()) {
                // Whether the control plane of a simulator can be used is found out, and told, by the engine.
                return this;
            }
            close();
            throw new EnvironmentUnfitException(
                    "The control plane does not say what it offers: GET /capabilities, and " + e.getMessage() + ".",
                    "Let it answer as docs/control-plane.yaml describes, or take control out of the profile.");
        }
    }

    /** The preflight: a few calls that change nothing. */
    PreflightTable preflight(long calls) {
        return new Preflight(
                        profile,
                        engineContext.http(),
                        engineContext.redactor(),
                        engineContext.prefix() + "nobody@" + profile.naming().mailDomain(),
                        calls)
                .examine();
    }

    /** This environment with a ledger of what the run creates, and with its budget of calls. */
    OpenEnvironment recordingResources(Path ledgers, String runId, int shards) {
        var begunResources = RunResources.begin(
                profile.ledger().orElse(ledgers),
                profile,
                runId,
                engineContext.prefix(),
                shards,
                engineContext.http(),
                profile.guarded() ? engineContext.control() : Optional.empty(),
                clock);
        var open = through(
                begunResources
                        .recordingClient()
                        .interceptedBy(new CallBudgetGuard(profile.safeguards().budgets(), shards)),
                true);
        var context = open.engineContext;
        var recorded = profile.guarded()
                ? context.control()
                        .map(control -> context.offering(
                                control.recordedBy(begunResources.thingsMade()), context.capabilities()))
                        .orElse(context)
                : context;
        return new OpenEnvironment(profile, clock, recorded, simulator, Optional.of(begunResources));
    }

    /** Removes what the run created, and returns what could not be removed. */
    List<LeftoverResource> removeResources() {
        return resources.map(RunResources::remove).orElse(List.of());
    }

    private static OpenEnvironment embedded(Profile profile, String prefix, Clock clock) {
        var token = randomSecret();
        var simulator = RegistrationSimulator.builder()
                .application("regcontract")
                .registrationSuffix(profile.registrationSuffix())
                .controlToken(token)
                .dialect(profile.dialect() == Dialect.OBSERVED ? SpokenDialect.OBSERVED : SpokenDialect.DOCUMENTED)
                .start();
        var redactor = new Redactor();
        redactor.register("CONTROL_TOKEN", token);
        var application = new Application(
                Optional.of("regcontract"),
                Optional.of("regcontract." + profile.registrationSuffix()),
                simulator.ownerClientId(),
                simulator.ownerClientSecret(),
                simulator.loginClientId());
        redactor.registerBasic("OWNER_CLIENT_SECRET", application.ownerClientId(), application.ownerSecret());
        var http = new ServiceClient(
                simulator.baseAddress(),
                redactor,
                clock,
                TIMEOUT,
                profile.pace().inFlight());
        var control = new ControlPlaneClient(
                new ControlPlaneAccess(simulator.controlAddress(), new Secret(token)),
                new PlainHttpClient(redactor, clock, TIMEOUT));
        return new OpenEnvironment(
                profile,
                clock,
                new EngineContext(
                        http,
                        Optional.of(control),
                        application,
                        redactor,
                        profile.registrationSuffix(),
                        prefix,
                        EnumSet.allOf(Capability.class),
                        EnvironmentConfiguration.of(profile, SLEEPER)),
                Optional.of(simulator),
                Optional.empty());
    }

    private static OpenEnvironment running(Profile profile, String prefix, int shards, Clock clock) {
        var redactor = new Redactor();
        var application = Application.of(profile);
        redactor.registerBasic("OWNER_CLIENT_SECRET", application.ownerClientId(), application.ownerSecret());
        profile.control()
                .ifPresent(control ->
                        redactor.register("CONTROL_TOKEN", control.token().reveal()));
        profile.safeguards()
                .marker()
                .ifPresent(marker -> redactor.register("MARKER", marker.value().reveal()));
        profile.fixtures()
                .expiredAccessToken()
                .ifPresent(token -> redactor.register("EXPIRED_ACCESS_TOKEN", token.reveal()));
        registerSecrets(redactor, profile.fixtures().things());
        var http = ServiceClientFactory.open(profile, shards, redactor, clock, MonotonicClock.SYSTEM, TIMEOUT);
        var control = profile.control()
                .map(found -> new ControlPlaneClient(
                        found, GatewayAccess.plainClient(profile, found.address(), redactor, clock, TIMEOUT)));
        return new OpenEnvironment(
                profile,
                clock,
                new EngineContext(
                        http,
                        control,
                        application,
                        redactor,
                        profile.registrationSuffix(),
                        prefix,
                        profile.capabilities(),
                        EnvironmentConfiguration.of(profile, SLEEPER)),
                Optional.empty(),
                Optional.empty());
    }

    private static void registerSecrets(Redactor redactor, ExistingThings things) {
        var number = 0;
        for (var client : things.clients()) {
            number++;
            redactor.registerBasic(
                    "EXISTING_CLIENT_SECRET_" + number,
                    client.id(),
                    client.secret().reveal());
        }
        for (var account : things.accounts()) {
            number++;
            redactor.register(
                    "EXISTING_ACCOUNT_PASSWORD_" + number, account.password().reveal());
        }
    }

    EngineContext engineContext() {
        return engineContext;
    }

    private static String randomSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        resources.ifPresent(RunResources::close);
        simulator.ifPresent(RegistrationSimulator::close);
    }
}
