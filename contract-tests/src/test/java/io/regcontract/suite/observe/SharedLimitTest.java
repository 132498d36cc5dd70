package io.regcontract.suite.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.loading.Environments;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.errors.ErrorFamilies;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.redaction.Redactor;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.state.Application;
import io.regcontract.suite.tenant.EnvironmentConfiguration;
import io.regcontract.suite.transport.ServiceClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** An application without a control plane, whose calls others have used up. */
class SharedLimitTest {

    @Test
    void isNoAnswerToAScenarioThatDidNotReachIt() {
        try (var simulator = RegistrationSimulator.builder()
                .application("shared")
                .quota(1, Duration.ofMinutes(1))
                .start()) {
            var observation = engine(simulator).observe(scenario("REG-205.clients-list.no-credentials"));

            assertThat(observation.answered().code()).isEmpty();
            assertThat(observation.checks()).isEmpty();
            assertThat(observation.outcome())
                    .isEqualTo(new Outcome.Broken(
                            "a limit of calls was reached, which others share: the call was not looked at"));
        }
    }

    /** Made while the one call that is left still says who the clients are. */
    private static Engine engine(RegistrationSimulator simulator) {
        var redactor = new Redactor();
        return new Engine(
                Contract.load(),
                new EngineContext(
                        new ServiceClient(
                                simulator.baseAddress(), redactor, Clock.systemUTC(), Duration.ofSeconds(20), 1),
                        Optional.empty(),
                        new Application(
                                Optional.of("shared"),
                                Optional.of("shared.janraincapture.com"),
                                simulator.ownerClientId(),
                                simulator.ownerClientSecret(),
                                simulator.loginClientId()),
                        redactor,
                        "janraincapture.com",
                        "rcshared-",
                        Set.of(),
                        EnvironmentConfiguration.of(
                                Environments.in(
                                                Path.of(
                                                        System.getProperty("regcontract.root", ".."),
                                                        "environments/profiles"),
                                                Map.of())
                                        .named("simulator"),
                                time -> {})),
                new Examination(List.of(), List.of()),
                Clock.systemUTC());
    }

    private static Scenario<?> scenario(String id) {
        return ErrorFamilies.all().stream()
                .flatMap(family -> family.scenarios().stream())
                .filter(scenario -> scenario.toString().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
