package io.regcontract.suite.drill;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Profile;
import io.regcontract.environment.Secret;
import io.regcontract.environment.loading.Environments;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ControllableEnvironmentState;
import io.regcontract.suite.state.Json;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import io.regcontract.suite.tenant.Tenant;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.ServiceClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A simulator of one dialect, and tenants with an application of their own in it. */
final class DrillEnvironment implements AutoCloseable {

    static final Contract CONTRACT = Contract.load();

    private static final String SUFFIX = "janraincapture.com";
    private static final String TOKEN = "drill-proof-control-token";
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final Profile profile;
    private final RegistrationSimulator simulator;
    private final Redactor redactor = new Redactor();
    private final ServiceClient http;
    private final ControlPlaneClient control;
    private final SimulatorControl simulatorControl;
    private final EnvironmentConfiguration configuration;
    private final AtomicInteger tenants = new AtomicInteger();

    /** @param threads how many use it at a time */
    DrillEnvironment(SpokenDialect dialect, int threads) {
        profile = Environments.in(
                        Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles"), Map.of())
                .named(dialect == SpokenDialect.OBSERVED ? "simulator-observed" : "simulator");
        simulator = RegistrationSimulator.builder()
                .application("drills")
                .dialect(dialect)
                .registrationSuffix(SUFFIX)
                .controlToken(TOKEN)
                .start();
        var clock = Clock.systemUTC();
        http = new ServiceClient(simulator.baseAddress(), redactor, clock, TIMEOUT, threads).withoutRetryOnLoss();
        control = new ControlPlaneClient(
                new ControlPlaneAccess(simulator.controlAddress(), new Secret(TOKEN)),
                new PlainHttpClient(redactor, clock, TIMEOUT));
        simulatorControl = simulator.control();
        configuration = EnvironmentConfiguration.of(profile, time -> {
            throw new AssertionError("nobody waits before a simulator");
        });
    }

    /** The examination of the suite, with what its profile of the dialect accepts. */
    Examination examination() {
        return new Examination(
                profile.acceptedErrata().stream()
                        .flatMap(accepted -> CONTRACT.erratum(accepted.id()).stream())
                        .toList(),
                profile.acceptedReadings().stream()
                        .flatMap(accepted -> CONTRACT.reading(accepted.id()).stream())
                        .toList());
    }

    ControlPlaneClient control() {
        return control;
    }

    /** The drills that lead to a code, as the control plane lists them; those of the connection have none. */
    List<OfferedDrill> offered() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(simulator.controlAddress() + "/applications/drills/drills"))
                .header("Authorization", "Bearer " + TOKEN)
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return Json.read(answer.body()).path("offered").values().stream()
                .filter(drill -> drill.path("code").isIntegralNumber())
                .map(drill -> new OfferedDrill(
                        drill.path("name").asString(),
                        drill.path("code").asInt(),
                        drill.path("operations").values().stream()
                                .map(path -> path.asString())
                                .toList()))
                .toList();
    }

    /** Does something with a new application, and removes it. */
    <T> T inNewApplication(Function<InApplication, T> use) {
        Application application = control.application(exchange -> {});
        var name = application.id().orElseThrow();
        try {
            var tenant = new Tenant(
                    application,
                    http,
                    new ControllableEnvironmentState(control, name, exchange -> {}),
                    configuration,
                    redactor,
                    SUFFIX,
                    "d" + tenants.incrementAndGet() + "x",
                    exchange -> {});
            return use.apply(new InApplication(tenant, simulatorControl.application(name)));
        } finally {
            control.remove(application);
        }
    }

    /** An application as its callers see it, and its control. */
    record InApplication(Tenant tenant, SimulatorControl control) {}

    @Override
    public void close() {
        simulator.close();
    }
}
