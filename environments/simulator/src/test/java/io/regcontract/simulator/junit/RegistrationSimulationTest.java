package io.regcontract.simulator.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventConditions;
import org.junit.platform.testkit.engine.TestExecutionResultConditions;

class RegistrationSimulationTest {

    private static final List<RegistrationSimulator> GIVEN = new ArrayList<>();

    @BeforeEach
    void forget() {
        GIVEN.clear();
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
}
