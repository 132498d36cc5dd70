package io.regcontract.suite.selftest;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.sabotage.Sabotages;
import io.regcontract.suite.sabotage.proxy.SabotageTarget;
import io.regcontract.suite.sabotage.proxy.SaboteurProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** One answer of a whole run is broken on its way: that requirement is contradicted, and everything else stays as it was. */
@TestInstance(Lifecycle.PER_CLASS)
final class OneDamagedAnswerTest {

    private static final String CONTROL_TOKEN = "selftest-control-token";

    private final RegistrationSimulator simulator = RegistrationSimulator.builder()
            .application("selftest")
            .controlToken(CONTROL_TOKEN)
            .start();

    @TempDir
    private Path directory;

    @Test
    void isFoundWhereItIsAndNowhereElse() throws IOException {
        var sabotage = Sabotages.named("token-of-15").orElseThrow();
        try (var proxy = SaboteurProxy.start(
                simulator.baseAddress(),
                sabotage,
                new SabotageTarget("/entity.*", Optional.of(361), OptionalInt.of(1)),
                0)) {
            var observations = run(proxy.address(), "one");

            assertThat(proxy.broken()).isOne();
            assertThat(observations)
                    .filteredOn(observation -> !observation.contradictions().isEmpty())
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.answered().code()).contains(361);
                        assertThat(one.contradictions())
                                .extracting(Observation.ExaminedCheck::id)
                                .containsExactly("token.length");
                    });
            assertThat(observations)
                    .extracting(Observation::outcome)
                    .hasOnlyElementsOfType(Observation.Outcome.Observed.class);
        }
    }

    @Test
    void isFoundNowhereWhenNothingIsBroken() throws IOException {
        var sabotage = Sabotages.named("token-of-15").orElseThrow();
        try (var proxy = SaboteurProxy.start(
                simulator.baseAddress(),
                sabotage,
                new SabotageTarget("/nowhere", Optional.empty(), OptionalInt.empty()),
                0)) {
            assertThat(run(proxy.address(), "none")).allSatisfy(observation -> {
                assertThat(observation.outcome()).isInstanceOf(Observation.Outcome.Observed.class);
                assertThat(observation.contradictions()).isEmpty();
            });
            assertThat(proxy.broken()).isZero();
        }
    }

    private List<Observation> run(URI address, String name) throws IOException {
        var root = Files.createDirectories(directory.resolve(name));
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles/local.yaml"),
                profiles.resolve("local.yaml"));
        Map<String, String> environment = new HashMap<>();
        environment.put("REGCONTRACT_BASE_URL", address.toString());
        environment.put("REGCONTRACT_OWNER_CLIENT_ID", simulator.ownerClientId());
        environment.put("REGCONTRACT_OWNER_CLIENT_SECRET", simulator.ownerClientSecret());
        environment.put("REGCONTRACT_LOGIN_CLIENT_ID", simulator.loginClientId());
        environment.put("REGCONTRACT_CONTROL_URL", simulator.baseAddress().toString());
        environment.put("REGCONTRACT_CONTROL_TOKEN", CONTROL_TOKEN);
        var observations = new ArrayList<Observation>();
        try (var run = SuiteRun.begin(new RunSettings(
                "local",
                RunOptions.from(option -> option.equals("scope") ? "codes" : ""),
                "selftest-" + name,
                root,
                environment))) {
            run.scenarios().forEach(scenario -> observations.add(run.seen(scenario)));
        }
        assertThat(observations).isNotEmpty();
        return observations;
    }

    @AfterAll
    void stop() {
        simulator.close();
    }
}
