package io.regcontract.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.state.NewApplication;
import io.regcontract.simulator.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;
import tools.jackson.core.JacksonException;

/** A test that runs once for each drill that can show at its operations. */
class ErrorDrillsTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final List<String> MET = new ArrayList<>();

    @BeforeEach
    void forget() {
        MET.clear();
    }

    @Test
    void runsOnceForEachDrillAndUndoesItAfterwards() {
        var results = execute(Calls.class);
        results.testEvents().assertStatistics(statistics -> statistics.failed(0));
        assertThat(MET)
                .contains(
                        "480 maintenance",
                        "510 quota-used-up",
                        "402 client-secret-rotated",
                        "403 client-features-taken")
                .doesNotHaveDuplicates();
        assertThat(results.testEvents().aborted().stream().map(ErrorDrillsTest::name))
                .allMatch(name -> name.startsWith("221 ") || name.startsWith("224 "))
                .hasSize(2);
        assertThat(results.testEvents().succeeded().stream().map(ErrorDrillsTest::name))
                .contains(
                        "480 maintenance: The group of operations that the call belongs to goes off for maintenance.");
    }

    @Test
    void takesSomeCodesOnlyAndLeavesDrillsOutVisibly() {
        execute(SomeCodes.class)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.event(
                                EventConditions.skippedWithReason("The test leaves the drill maintenance out.")));
        assertThat(MET).containsExactly("510 quota-used-up");
    }

    @Test
    void runsDrillsOfTheTransportWhenAskedTo() {
        var results = execute(Transport.class);
        results.testEvents().assertStatistics(statistics -> statistics.failed(0).aborted(0));
        assertThat(MET)
                .contains("gateway-error-page", "clock-behind", "maintenance")
                .doesNotContain("quota-used-up");
        assertThat(results.testEvents().succeeded().stream().map(ErrorDrillsTest::name))
                .anyMatch(name -> name.startsWith("transport gateway-error-page: "));
    }

    @Test
    void abortsATestThatCallsNothing() {
        execute(CallsNothing.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).aborted(1))
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.abortedWithReason(TestExecutionResultConditions.message(
                                text -> text.startsWith("The drill maintenance met no call at [/clients/list]: ")
                                        && text.endsWith("The test has called nothing that this can befall."))));
    }

    @Test
    void tellsAFailureAsTheTestDid() {
        execute(Fails.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.started(1).failed(1));
    }

    @Test
    void drillsTheApplicationOfTheTestAndASimulatorOfTheTest() {
        execute(InItsOwn.class)
                .testEvents()
                .assertStatistics(statistics -> statistics.started(2).succeeded(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            NoParameter      | no drill would be armed, since the test takes none; give it a parameter of type ArmedErrorDrill.
            UnknownOperation | @ErrorDrills: no drill can show at [/entty]; operations are paths such as /entity.find.
            UnknownCode      | @ErrorDrills: no drill leads to [431] at [/clients/list]; those that can show there lead to [
            """)
    void refusesWhatCanOnlyBeMeantWrongly(String tests, String message) throws ClassNotFoundException {
        execute(Class.forName(ErrorDrillsTest.class.getName() + "$" + tests))
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(
                                TestExecutionResultConditions.message(text -> text.contains(message))));
    }

    private static EngineExecutionResults execute(Class<?> tests) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute();
    }

    private static String name(Event event) {
        return event.getTestDescriptor().getDisplayName();
    }

    /** The code of what the owner is answered; 0 for a success. */
    private static int code(RegistrationSimulator simulator, String id, String secret, String path)
            throws IOException, InterruptedException {
        var credentials = Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(simulator.baseAddress().resolve(path))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.noBody())
                .build();
        return Json.read(HTTP.send(request, BodyHandlers.ofString()).body())
                .path("code")
                .asInt(0);
    }

    private static int code(RegistrationSimulator simulator) throws IOException, InterruptedException {
        return code(simulator, simulator.ownerClientId(), simulator.ownerClientSecret(), "/clients/list");
    }

    @RegistrationSimulation
    static class Calls {

        @BeforeEach
        void allIsWell(RegistrationSimulator simulator, SimulatorControl control) throws Exception {
            assertThat(control.armedDrills()).isEmpty();
            assertThat(code(simulator)).isZero();
        }

        @ErrorDrills(operations = {"/clients/list", "/settings/keys"})
        void meets(ArmedErrorDrill drill, OfferedDrill offered, RegistrationSimulator simulator) throws Exception {
            // It names no application and calls no host of one, so that two drills find nothing to befall.
            assertThat(code(simulator)).isEqualTo(drill.calls() == 0 ? 0 : drill.code());
            assertThat(offered.name()).isEqualTo(drill.name());
            if (drill.calls() > 0) {
                MET.add(drill.code() + " " + drill.name());
            }
        }
    }

    @RegistrationSimulation
    static class SomeCodes {
        @ErrorDrills(
                operations = "/clients/list",
                codes = {480, 510},
                except = ErrorDrill.MAINTENANCE)
        void meets(RegistrationSimulator simulator, ArmedErrorDrill drill) throws Exception {
            assertThat(code(simulator)).isEqualTo(drill.code());
            MET.add(drill.code() + " " + drill.name());
        }
    }

    @RegistrationSimulation
    static class Transport {
        @ErrorDrills(operations = "/clients/list", codes = 480, transport = true)
        void bears(RegistrationSimulator simulator, ArmedErrorDrill drill) throws Exception {
            if (drill.name().equals("answer-held")) {
                // It would take a minute, and is met all the same.
                var held = HTTP.sendAsync(
                        HttpRequest.newBuilder(simulator.baseAddress().resolve("/clients/list"))
                                .build(),
                        BodyHandlers.ofString());
                while (drill.calls() == 0) {
                    Thread.onSpinWait();
                }
                held.cancel(true);
            } else {
                try {
                    code(simulator);
                } catch (IOException | JacksonException broken) {
                    assertThat(drill.code()).isZero();
                }
            }
            MET.add(drill.name());
        }
    }

    @RegistrationSimulation
    static class CallsNothing {
        @ErrorDrills(operations = "/clients/list", codes = 480)
        void callsAnotherOperation(RegistrationSimulator simulator, ArmedErrorDrill drill) throws Exception {
            code(simulator, simulator.ownerClientId(), simulator.ownerClientSecret(), "/settings/keys");
            assertThat(drill.code()).isEqualTo(480);
        }
    }

    @RegistrationSimulation
    static class Fails {
        @ErrorDrills(operations = "/clients/list", codes = 480)
        void bearsNothing(RegistrationSimulator simulator, ArmedErrorDrill drill) throws Exception {
            assertThat(code(simulator)).as(drill.name()).isZero();
        }
    }

    static class InItsOwn {
        @RegistrationSimulation
        @ErrorDrills(operations = "/clients/list", codes = 480)
        void simulator(ArmedErrorDrill drill, RegistrationSimulator simulator) throws Exception {
            assertThat(code(simulator)).isEqualTo(drill.code());
        }

        @RegistrationSimulation
        @ErrorDrills(operations = "/clients/list", codes = 480)
        void application(ArmedErrorDrill drill, RegistrationSimulator simulator, @OwnApplication NewApplication mine)
                throws Exception {
            assertThat(code(simulator)).isZero();
            assertThat(code(simulator, mine.ownerClientId(), mine.ownerClientSecret(), "/clients/list"))
                    .isEqualTo(drill.code());
        }
    }

    @RegistrationSimulation
    static class NoParameter {
        @ErrorDrills(operations = "/clients/list")
        void never() {}
    }

    @RegistrationSimulation
    static class UnknownOperation {
        @ErrorDrills(operations = {"/clients/list", "/entty"})
        void never(ArmedErrorDrill drill) {
            assertThat(drill).isNull();
        }
    }

    @RegistrationSimulation
    static class UnknownCode {
        @ErrorDrills(
                operations = "/clients/list",
                codes = {480, 431})
        void never(ArmedErrorDrill drill) {
            assertThat(drill).isNull();
        }
    }
}
