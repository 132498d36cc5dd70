package io.regcontract.suite.selftest;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Capability;
import io.regcontract.environment.Control;
import io.regcontract.environment.Environments;
import io.regcontract.environment.Secret;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.exchange.Escort;
import io.regcontract.suite.exchange.Http;
import io.regcontract.suite.exchange.PlainHttp;
import io.regcontract.suite.exchange.Redactor;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.observe.Surroundings;
import io.regcontract.suite.tenant.Application;
import io.regcontract.suite.tenant.ControlPlane;
import io.regcontract.suite.tenant.Provisions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One simulator for a whole test, and engines that reach it directly or through something that stands before it. */
final class Stage implements AutoCloseable {

    static final Contract CONTRACT = Contract.load();

    private static final String SUFFIX = "janraincapture.com";
    private static final String CONTROL_TOKEN = "selftest-control-token";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int IN_FLIGHT = 8;

    /** What the profile of the embedded simulator brings along. */
    private static final Provisions SIMULATOR = Provisions.of(
            Environments.in(Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles"), Map.of())
                    .named("simulator"),
            time -> {
                throw new AssertionError("nobody waits before a simulator");
            });

    private final RegistrationSimulator simulator;

    /** A simulator to the letter of the documentation. */
    Stage() {
        this(SpokenDialect.DOCUMENTED);
    }

    Stage(SpokenDialect dialect) {
        simulator = RegistrationSimulator.builder()
                .application("selftest")
                .dialect(dialect)
                .registrationSuffix(SUFFIX)
                .controlToken(CONTROL_TOKEN)
                .start();
    }

    URI address() {
        return simulator.baseAddress();
    }

    /** Everything as the documentation has it: no erratum and no reading accepted. */
    static Examiner strict() {
        var examination = new Examination(List.of(), List.of());
        return (requirement, answer, expectation, circumstances) ->
                examination.examine(answer, expectation, circumstances);
    }

    /** @param prefix what every name begins with that this engine makes */
    Engine engine(URI service, String prefix, Examiner examiner) {
        return engine(service, prefix, examiner, (call, role) -> Escort.Journey.UNWATCHED);
    }

    /** @param escort sees each call before it leaves */
    Engine engine(URI service, String prefix, Examiner examiner, Escort escort) {
        var redactor = new Redactor();
        var clock = Clock.systemUTC();
        var control = new ControlPlane(
                new Control(simulator.controlAddress(), new Secret(CONTROL_TOKEN)),
                new PlainHttp(redactor, clock, TIMEOUT));
        var application = new Application(
                Optional.of("selftest"),
                Optional.of("selftest." + SUFFIX),
                simulator.ownerClientId(),
                simulator.ownerClientSecret(),
                simulator.loginClientId());
        return new Engine(
                CONTRACT,
                new Surroundings(
                        new Http(service, redactor, clock, TIMEOUT, IN_FLIGHT).escortedBy(escort),
                        Optional.of(control),
                        application,
                        redactor,
                        SUFFIX,
                        prefix,
                        EnumSet.allOf(Capability.class),
                        SIMULATOR),
                examiner,
                clock);
    }

    @Override
    public void close() {
        simulator.close();
    }
}
