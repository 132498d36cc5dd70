package io.regcontract.suite.run;

import io.regcontract.environment.Control;
import io.regcontract.environment.Dialect;
import io.regcontract.environment.Profile;
import io.regcontract.environment.Secret;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.exchange.Http;
import io.regcontract.suite.exchange.PlainHttp;
import io.regcontract.suite.exchange.Redactor;
import io.regcontract.suite.observe.Surroundings;
import io.regcontract.suite.tenant.Application;
import io.regcontract.suite.tenant.ControlPlane;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/** An environment that is ready to be called: the one a profile points at, or a simulator started for this run. */
final class OpenEnvironment implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Surroundings surroundings;
    private final Optional<RegistrationSimulator> simulator;

    private OpenEnvironment(Surroundings surroundings, Optional<RegistrationSimulator> simulator) {
        this.surroundings = surroundings;
        this.simulator = simulator;
    }

    static OpenEnvironment of(Profile profile, String prefix, Clock clock) {
        return profile.embedded() ? embedded(profile, prefix, clock) : running(profile, prefix, clock);
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
        var http = new Http(
                simulator.baseAddress(),
                redactor,
                clock,
                TIMEOUT,
                profile.pace().inFlight());
        var control = new ControlPlane(
                new Control(simulator.controlAddress(), new Secret(token)), new PlainHttp(redactor, clock, TIMEOUT));
        return new OpenEnvironment(
                new Surroundings(
                        http, Optional.of(control), application, redactor, profile.registrationSuffix(), prefix),
                Optional.of(simulator));
    }

    private static OpenEnvironment running(Profile profile, String prefix, Clock clock) {
        var redactor = new Redactor();
        var credentials = profile.credentials().orElseThrow();
        var application = new Application(
                profile.application(),
                profile.application().map(name -> name + "." + profile.registrationSuffix()),
                credentials.ownerClientId(),
                credentials.ownerClientSecret().reveal(),
                credentials.loginClientId());
        redactor.registerBasic("OWNER_CLIENT_SECRET", application.ownerClientId(), application.ownerSecret());
        profile.control()
                .ifPresent(control ->
                        redactor.register("CONTROL_TOKEN", control.token().reveal()));
        var http = new Http(
                profile.baseAddress().orElseThrow(),
                redactor,
                clock,
                TIMEOUT,
                profile.pace().inFlight());
        var control = profile.control().map(found -> new ControlPlane(found, new PlainHttp(redactor, clock, TIMEOUT)));
        return new OpenEnvironment(
                new Surroundings(http, control, application, redactor, profile.registrationSuffix(), prefix),
                Optional.empty());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    private static String randomSecret() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        simulator.ifPresent(RegistrationSimulator::close);
    }
}
