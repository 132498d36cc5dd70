package io.regcontract.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.regcontract.endtoend.Damage.Expected;
import io.regcontract.endtoend.Damage.Reach;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a service does to its answers ends with the verdict and the exit code of {@link Damage}'s table, from the socket
 * through the suite and its record to the gate: in either dialect, with and without an API log.
 */
@Tag("long")
@TestInstance(Lifecycle.PER_CLASS)
final class DamagedServiceTest {

    private final Map<SpokenDialect, RegistrationSimulator> simulators = Map.of(
            SpokenDialect.DOCUMENTED, Project.simulator(SpokenDialect.DOCUMENTED),
            SpokenDialect.OBSERVED, Project.simulator(SpokenDialect.OBSERVED));

    @TempDir
    private Path root;

    static Stream<Arguments> everyDamage() {
        return Damage.all().stream().flatMap(DamagedServiceTest::everywhere);
    }

    /** One row of each exit code, and the two that speak to whoever shows a console. */
    static Stream<Arguments> inProcesses() {
        var chosen = List.of(
                "name a\\r\\n::error::forged\\n##[error]forged\\n##vso[task.complete]x",
                "token of half a character",
                "cookie that holds a word of the contract",
                "page of a gateway");
        var rows = Damage.all().stream()
                .filter(damage -> chosen.contains(damage.name()))
                .toList();
        assertThat(rows).hasSameSizeAs(chosen);
        return rows.stream().map(damage -> arguments(damage, SpokenDialect.OBSERVED, true));
    }

    private static Stream<Arguments> everywhere(Damage damage) {
        return Stream.of(SpokenDialect.values())
                .flatMap(dialect -> Stream.of(true, false).map(logged -> arguments(damage, dialect, logged)));
    }

    @ParameterizedTest(name = "{0}, {1}, API log {2}")
    @MethodSource("everyDamage")
    void endsWithItsVerdictAndExitCode(Damage damage, SpokenDialect dialect, boolean logged) throws IOException {
        drive(damage, dialect, logged, UnaryOperator.identity());
    }

    @ParameterizedTest(name = "{0}, {1}, API log {2}")
    @MethodSource("inProcesses")
    void endsSoInProcessesOfTheirOwn(Damage damage, SpokenDialect dialect, boolean logged) throws IOException {
        drive(damage, dialect, logged, Project::asProcesses);
    }

    private void drive(Damage damage, SpokenDialect dialect, boolean logged, UnaryOperator<Project> how)
            throws IOException {
        var simulator = simulator(dialect);
        try (var proxy = new DamagingProxy(simulator.baseAddress(), damage)) {
            var project = how.apply(Project.in(root, proxy.address(), simulator, dialect, logged));

            project.endsAs(logged ? damage.logged() : damage.unlogged(), newRun(), damage.reach() != Reach.ONE);
        }
    }

    @ParameterizedTest(name = "{0}, API log {1}")
    @MethodSource("places")
    void endsAsUnfitWhereGroupsWereLeftInMaintenance(SpokenDialect dialect, boolean logged) throws IOException {
        try (var simulator = Project.simulator(dialect)) {
            Project.leaveInMaintenance(simulator, "entity", "oauth");
            var project = Project.in(root, simulator.baseAddress(), simulator, dialect, logged);

            project.endsAs(
                    Damage.unfit(
                            "the feature groups entity, oauth were off for maintenance before the run began (480)"),
                    newRun(),
                    true);
        }
    }

    @ParameterizedTest(name = "{0}, API log {1}")
    @MethodSource("places")
    void endsAsUnfitWhereNobodyListens(SpokenDialect dialect, boolean logged) throws IOException {
        var nobody = nobody();
        var project = Project.in(root, nobody, simulator(dialect), dialect, logged);

        project.endsAs(Damage.unfit(nobody.getAuthority()), newRun(), true);
    }

    static Stream<Arguments> places() {
        return Stream.of(SpokenDialect.values())
                .flatMap(dialect -> Stream.of(true, false).map(logged -> arguments(dialect, logged)));
    }

    /** The ids of a CI repeat with every retry: what a service once proved says nothing for a damaged one. */
    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void judgesOnlyTheLastAttemptUnderAnId(SpokenDialect dialect) throws IOException {
        var simulator = simulator(dialect);
        var run = newRun();
        var project = Project.in(root, simulator.baseAddress(), simulator, dialect, true);
        var green = new Expected("pass", 0, 0, List.of("PASS (exit 0): "));
        var breaking = Damage.all().stream()
                .filter(damage -> damage.name().equals("service that breaks every answer"))
                .findFirst()
                .orElseThrow();

        project.endsAs(green, run, true);
        try (var proxy = new DamagingProxy(simulator.baseAddress(), breaking)) {
            project.at(proxy.address(), simulator, dialect, true);
            project.endsAs(breaking.logged(), run, true);
        }
        var nobody = nobody();
        project.at(nobody, simulator, dialect, true);
        project.endsAs(Damage.unfit(nobody.getAuthority()), run, true);
        // Nobody handed an attempt over: there is still but one record.
        assertThat(project.gate(run).exitCode()).isEqualTo(3);
        project.at(simulator.baseAddress(), simulator, dialect, true);
        project.endsAs(green, run, true);
        // Whatever was driven, it was not by the one who asks.
        assertThat(project.gate(run, "--attempt", "another").exitCode()).isEqualTo(4);
    }

    private static String newRun() {
        return UUID.randomUUID().toString();
    }

    private static URI nobody() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private RegistrationSimulator simulator(SpokenDialect dialect) {
        return Objects.requireNonNull(simulators.get(dialect));
    }

    @AfterAll
    void stop() {
        simulators.values().forEach(RegistrationSimulator::close);
    }
}
