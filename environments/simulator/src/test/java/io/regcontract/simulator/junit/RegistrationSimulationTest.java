package io.regcontract.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.control.SimulatorControl;
import io.regcontract.simulator.control.state.CallLimit;
import io.regcontract.simulator.control.state.NewApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

class RegistrationSimulationTest {

    private static final List<RegistrationSimulator> GIVEN = new ArrayList<>();
    private static final List<String> APPLICATIONS = new ArrayList<>();
    private static final Set<Path> STATE_FILES = new LinkedHashSet<>();

    @BeforeEach
    void forget() {
        GIVEN.clear();
        APPLICATIONS.clear();
        STATE_FILES.clear();
    }

    @Test
    void sharesOneAmongTheTestsOfAClass() {
        run(OnAClass.class, 3);
        assertThat(GIVEN).hasSize(5).containsOnly(GIVEN.get(0));
        GIVEN.forEach(RegistrationSimulationTest::isClosed);
    }

    @Test
    void givesATestItsOwn() {
        run(OnATest.class, 3);
        assertThat(GIVEN).hasSize(4).doesNotHaveDuplicates();
        GIVEN.forEach(RegistrationSimulationTest::isClosed);
    }

    @Test
    void saysWhyThereIsNone() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(TooEarly.class))
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(TestExecutionResultConditions.message(
                                text -> text.startsWith("There is no simulator yet for " + TooEarly.class.getName())
                                        && text.endsWith(
                                                "put @RegistrationSimulation on the class to have one earlier."))));
    }

    @Test
    void givesTheControlOfTheDefaultApplicationAndOfOneOfItsOwn() {
        run(OwnApplications.class, 3);
        assertThat(APPLICATIONS).hasSize(3).doesNotHaveDuplicates().doesNotContain("shop");
    }

    @Test
    void limitsAndDelaysAsAsked() {
        run(Limited.class, 1);
    }

    @Test
    void keepsTheStateForTheTestsOfAClassAndNoLonger() {
        run(WithState.class, 2);
        assertThat(STATE_FILES).hasSize(1).allSatisfy(directory -> assertThat(directory)
                .doesNotExist());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            WrongQuota      | "500" is no quota; write CALLS/SECONDS, such as 500/60
            NegativeLatency | a latency cannot be negative: PT-0.001S
            NoStateFile     | does not exist; make it first
            TwoSimulators   | leave out @RegistrationSimulation or RegistrationSimulatorExtension
            """)
    void saysWhatCannotBe(String tests, String message) throws ClassNotFoundException {
        var failing = Class.forName(RegistrationSimulationTest.class.getName() + "$" + tests);
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(failing))
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(
                                TestExecutionResultConditions.message(text -> text.contains(message))));
    }

    @Test
    void refusesAnApplicationOfItsOwnOutsideOfATest() {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(ForTheClass.class))
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        EventConditions.finishedWithFailure(TestExecutionResultConditions.message(
                                text -> text.endsWith("take it in the test, or in @BeforeEach."))));
    }

    @Test
    void startsWhatIsDescribedInAStaticField() {
        run(ByField.class, 3);
        assertThat(GIVEN).hasSize(3).containsOnly(GIVEN.get(0));
        GIVEN.forEach(RegistrationSimulationTest::isClosed);
        assertThatThrownBy(ByField.SIMULATOR::simulator).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void startsOneForEachTestInAFieldOfTheInstance() {
        run(ByFieldOfInstance.class, 2);
        assertThat(GIVEN).hasSize(2).doesNotHaveDuplicates();
        GIVEN.forEach(RegistrationSimulationTest::isClosed);
    }

    private static void run(Class<?> tests, int expected) {
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.started(expected).succeeded(expected));
    }

    private static void isClosed(RegistrationSimulator simulator) {
        assertThatThrownBy(() -> get(simulator.baseAddress().resolve("/clients/list")))
                .isInstanceOf(IOException.class);
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    @RegistrationSimulation(application = "shop", dialect = SpokenDialect.OBSERVED, controlToken = "token")
    static class OnAClass {

        @BeforeAll
        static void early(RegistrationSimulator simulator) {
            GIVEN.add(simulator);
        }

        OnAClass(RegistrationSimulator simulator) {
            assertThat(simulator.application()).isEqualTo("shop");
        }

        @Test
        void speaksAsAsked(RegistrationSimulator simulator) throws Exception {
            GIVEN.add(simulator);
            assertThat(get(simulator.baseAddress().resolve("/clients/list")).body())
                    .contains("request_id");
            assertThat(get(simulator.controlAddress()).statusCode()).isEqualTo(401);
        }

        @Test
        void sharesIt(RegistrationSimulator simulator) {
            GIVEN.add(simulator);
        }

        @Nested
        class Inside {

            @BeforeEach
            void before(RegistrationSimulator simulator) {
                GIVEN.add(simulator);
            }

            @Test
            void sharesItToo(RegistrationSimulator simulator) {
                GIVEN.add(simulator);
            }
        }
    }

    static class OnATest {

        @Test
        @RegistrationSimulation
        void first(RegistrationSimulator simulator) throws Exception {
            GIVEN.add(simulator);
            assertThat(get(simulator.baseAddress().resolve("/clients/list")).body())
                    .contains("request_token");
            assertThat(get(simulator.controlAddress()).statusCode()).isEqualTo(404);
        }

        @Test
        @RegistrationSimulation
        void second(RegistrationSimulator simulator) {
            GIVEN.add(simulator);
        }

        @Nested
        @RegistrationSimulation
        class WithOne {

            @BeforeAll
            static void before(RegistrationSimulator simulator) {
                GIVEN.add(simulator);
            }

            @Test
            @RegistrationSimulation
            void hasAnother(RegistrationSimulator simulator) {
                GIVEN.add(simulator);
            }
        }
    }

    static class TooEarly {

        TooEarly(RegistrationSimulator simulator) {
            GIVEN.add(simulator);
        }

        @Test
        @RegistrationSimulation
        void never() {}
    }

    @RegistrationSimulation(application = "shop")
    static class OwnApplications {

        private String prepared = "";

        @BeforeEach
        void prepare(@OwnApplication SimulatorControl control) {
            prepared = control.application();
        }

        @Test
        void first(@OwnApplication NewApplication mine, @OwnApplication SimulatorControl control) {
            assertThat(mine.name()).isEqualTo(control.application()).isEqualTo(prepared);
            APPLICATIONS.add(mine.name());
        }

        @Test
        void second(SimulatorControl whole, @OwnApplication SimulatorControl control) {
            assertThat(whole.application()).isEqualTo("shop");
            // Those of other tests are gone.
            assertThat(whole.applications().names()).containsExactlyInAnyOrder("shop", control.application());
            APPLICATIONS.add(control.application());
        }

        @Test
        void third(SimulatorControl whole, @OwnApplication SimulatorControl control) {
            assertThat(whole.applications().names()).containsExactlyInAnyOrder("shop", control.application());
            APPLICATIONS.add(control.application());
        }
    }

    @RegistrationSimulation(quota = "1/60", latency = 1)
    static class Limited {

        @Test
        void once(RegistrationSimulator simulator, SimulatorControl control) throws Exception {
            assertThat(control.quota().limit()).contains(new CallLimit(1, Duration.ofSeconds(60)));
            assertThat(get(simulator.baseAddress().resolve("/clients/list")).body())
                    .doesNotContain("510");
            assertThat(get(simulator.baseAddress().resolve("/clients/list")).body())
                    .contains("510");
        }
    }

    static class WithState {

        @Test
        @RegistrationSimulation(state = "simulator.state")
        void first(SimulatorControl control) {
            follow(control);
        }

        @Test
        @RegistrationSimulation(state = "simulator.state")
        void second(SimulatorControl control) {
            follow(control);
        }

        /** The first one finds nothing, the second one what the first one has left. */
        private static void follow(SimulatorControl control) {
            var users = control.records("user");
            assertThat(users.count()).isEqualTo(STATE_FILES.size());
            if (STATE_FILES.isEmpty()) {
                users.create(Map.of());
            }
            STATE_FILES.addAll(stateDirectories());
        }
    }

    private static Set<Path> stateDirectories() {
        try (var all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> path.getFileName().toString().startsWith("regcontract-simulator"))
                    .filter(path -> Files.exists(path.resolve("simulator.state")))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @RegistrationSimulation(quota = "500")
    static class WrongQuota {
        @Test
        void never() {}
    }

    @RegistrationSimulation(latency = -1)
    static class NegativeLatency {
        @Test
        void never() {}
    }

    @RegistrationSimulation(state = "not/there/simulator.state")
    static class NoStateFile {
        @Test
        void never() {}
    }

    @RegistrationSimulation
    static class TwoSimulators {
        @RegisterExtension
        static final RegistrationSimulatorExtension SECOND =
                RegistrationSimulatorExtension.builder().build();

        @Test
        void never() {}
    }

    @RegistrationSimulation
    static class ForTheClass {
        @BeforeAll
        static void before(@OwnApplication NewApplication never) {
            assertThat(never).isNotNull();
        }

        @Test
        void never() {}
    }

    static class ByField {
        @RegisterExtension
        static final RegistrationSimulatorExtension SIMULATOR = RegistrationSimulatorExtension.builder()
                .application("shop")
                .dialect(SpokenDialect.OBSERVED)
                .controlToken("token")
                .quota(500, Duration.ofMinutes(1))
                .latency(Duration.ZERO)
                .with(builder -> builder.registrationSuffix("example.com"))
                .build();

        @Test
        void isAsDescribed(RegistrationSimulator simulator, SimulatorControl control) throws Exception {
            GIVEN.add(simulator);
            assertThat(simulator).isSameAs(SIMULATOR.simulator());
            assertThat(control.application()).isEqualTo("shop");
            assertThat(get(simulator.baseAddress().resolve("/clients/list")).body())
                    .contains("request_id");
            assertThat(get(simulator.controlAddress()).statusCode()).isEqualTo(401);
            assertThat(SIMULATOR.control().quota().limit()).contains(new CallLimit(500, Duration.ofMinutes(1)));
            assertThat(control.applications().create("other").host()).isEqualTo("other.example.com");
        }

        @Test
        void isShared() {
            GIVEN.add(SIMULATOR.simulator());
        }

        @Nested
        class Inside {
            @Test
            void isSharedToo() {
                GIVEN.add(SIMULATOR.simulator());
            }
        }
    }

    static class ByFieldOfInstance {
        @RegisterExtension
        final RegistrationSimulatorExtension simulator =
                RegistrationSimulatorExtension.builder().build();

        @Test
        void first() {
            GIVEN.add(simulator.simulator());
        }

        @Test
        void second(@OwnApplication SimulatorControl control) {
            assertThat(control.applications().names()).hasSize(2);
            GIVEN.add(simulator.simulator());
        }
    }
}
