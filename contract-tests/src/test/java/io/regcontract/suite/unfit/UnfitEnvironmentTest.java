package io.regcontract.suite.unfit;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Capability;
import io.regcontract.environment.ControlPlaneAccess;
import io.regcontract.environment.Secret;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.EngineContext;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.state.ControlPlaneClient;
import io.regcontract.suite.state.ControllableEnvironmentState;
import io.regcontract.suite.transport.PlainHttpClient;
import io.regcontract.suite.transport.ServiceClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An environment that is not as it should be before the run begins says nothing about the contract, and why. */
final class UnfitEnvironmentTest {

    private static final Contract CONTRACT = Contract.load();
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final String TOKEN = "unfit-control-token";

    @ParameterizedTest
    @CsvSource({
        "entity, the feature group entity was off",
        "oauth, the feature group oauth was off",
        "settings, the feature group settings was off",
        "access, the feature group access was off",
        "versions, the feature group versions was off",
        "entityType, the feature group entityType was off",
        "clients, the feature group clients was off",
        "clients oauth entity, 'the feature groups clients, entity, oauth were off'"
    })
    void namesTheGroupsThatWereLeftInMaintenance(String groups, String said) {
        try (var simulator = simulator(SpokenDialect.DOCUMENTED)) {
            maintain(simulator, Set.of(groups.split(" ")));

            assertThat(engine(simulator.baseAddress(), simulator, false).reasonUnusable())
                    .hasValue(said
                            + " for maintenance before the run began (480): switch on again what is off, or wait for"
                            + " the end of it");
        }
    }

    /** With or without a control plane that could tell, in either dialect. */
    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void breaksEveryScenarioThereAndContradictsNothing(SpokenDialect dialect) {
        try (var simulator = simulator(dialect)) {
            maintain(simulator, Set.of("entity"));

            for (var controlled : List.of(true, false)) {
                var engine = engine(simulator.baseAddress(), simulator, controlled);
                var observations = ScenarioCatalogue.byHand().scenarios().stream()
                        .limit(20)
                        .map(engine::observe)
                        .toList();

                assertThat(observations).extracting(Observation::outcome).hasOnlyElementsOfType(Outcome.Broken.class);
                assertThat(observations)
                        .allSatisfy(one -> assertThat(one.checks()).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void isFitWhereNothingIsOff(SpokenDialect dialect) {
        try (var simulator = simulator(dialect)) {
            assertThat(engine(simulator.baseAddress(), simulator, true).reasonUnusable())
                    .isEmpty();
            assertThat(engine(simulator.baseAddress(), simulator, false).reasonUnusable())
                    .isEmpty();
        }
    }

    @Test
    void saysThatAGatewayPacksWhatNobodyAskedForPacked() throws IOException {
        var gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.createContext("/", exchange -> {
            assertThat(exchange.getRequestHeaders().get("Accept-Encoding")).isNull();
            var packed = new ByteArrayOutputStream();
            try (var gzip = new GZIPOutputStream(packed)) {
                gzip.write("{\"stat\":\"ok\",\"results\":[]}".getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
            exchange.close();
        });
        gateway.start();
        try (var simulator = simulator(SpokenDialect.DOCUMENTED)) {
            var address = URI.create("http://127.0.0.1:" + gateway.getAddress().getPort());

            assertThat(engine(address, simulator, false).reasonUnusable())
                    .hasValue(
                            "an answer came packed (Content-Encoding: gzip), which nobody asked for: have the gateway in"
                                    + " front of the service pass answers on as they are");
        } finally {
            gateway.stop(0);
        }
    }

    private static RegistrationSimulator simulator(SpokenDialect dialect) {
        return RegistrationSimulator.builder()
                .application("unfit")
                .controlToken(TOKEN)
                .dialect(dialect)
                .start();
    }

    private static void maintain(RegistrationSimulator simulator, Set<String> groups) {
        new ControllableEnvironmentState(control(simulator), "unfit", exchange -> {})
                .maintenance(new TreeSet<>(groups));
    }

    private static ControlPlaneClient control(RegistrationSimulator simulator) {
        return new ControlPlaneClient(
                new ControlPlaneAccess(simulator.controlAddress(), new Secret(TOKEN)),
                new PlainHttpClient(new Redactor(), Clock.systemUTC(), TIMEOUT));
    }

    private static Engine engine(URI address, RegistrationSimulator simulator, boolean controlled) {
        var redactor = new Redactor();
        return new Engine(
                CONTRACT,
                new EngineContext(
                        new ServiceClient(address, redactor, Clock.systemUTC(), TIMEOUT, 8),
                        controlled ? Optional.of(control(simulator)) : Optional.empty(),
                        new Application(
                                Optional.of("unfit"),
                                Optional.empty(),
                                simulator.ownerClientId(),
                                simulator.ownerClientSecret(),
                                simulator.loginClientId()),
                        redactor,
                        "registration.test",
                        "unfit" + Long.toString(System.nanoTime(), 36) + "x",
                        controlled ? Set.of(Capability.values()) : Set.of(Capability.WRITING),
                        OneAttempt.configuration()),
                new Examination(CONTRACT.errata(), CONTRACT.readings()),
                Clock.systemUTC());
    }
}
