package io.regcontract.suite.selftest;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Capability;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Secret;
import io.regcontract.environment.loading.Environments;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.EngineContext;
import io.regcontract.suite.observe.Examiner;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import io.regcontract.suite.transport.CallInterceptor;
import io.regcontract.suite.transport.CallInterceptor.CallScope;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.ServiceClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One simulator for a whole test, and engines that reach it directly or through something that stands before it. */
final class SelfTestEnvironment implements AutoCloseable {

    static final Contract CONTRACT = Contract.load();

    private static final String SUFFIX = "janraincapture.com";
    private static final String CONTROL_TOKEN = "selftest-control-token";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int IN_FLIGHT = 8;

    /** What the profile of the embedded simulator brings along. */
    private static final EnvironmentConfiguration SIMULATOR = EnvironmentConfiguration.of(
            Environments.in(Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles"), Map.of())
                    .named("simulator"),
            time -> {
                throw new AssertionError("nobody waits before a simulator");
            });

    private final RegistrationSimulator simulator;

    /** A simulator to the letter of the documentation. */
    SelfTestEnvironment() {
        this(SpokenDialect.DOCUMENTED);
    }

    SelfTestEnvironment(SpokenDialect dialect) {
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
        return engine(service, prefix, examiner, (call, role) -> CallScope.NO_OP);
    }

    /** @param interceptor sees each call before it leaves */
    Engine engine(URI service, String prefix, Examiner examiner, CallInterceptor interceptor) {
        var redactor = new Redactor();
        var clock = Clock.systemUTC();
        var control = new ControlPlaneClient(
                new ControlPlaneAccess(simulator.controlAddress(), new Secret(CONTROL_TOKEN)),
                new PlainHttpClient(redactor, clock, TIMEOUT));
        var application = new Application(
                Optional.of("selftest"),
                Optional.of("selftest." + SUFFIX),
                simulator.ownerClientId(),
                simulator.ownerClientSecret(),
                simulator.loginClientId());
        return new Engine(
                CONTRACT,
                new EngineContext(
                        new ServiceClient(service, redactor, clock, TIMEOUT, IN_FLIGHT).interceptedBy(interceptor),
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
