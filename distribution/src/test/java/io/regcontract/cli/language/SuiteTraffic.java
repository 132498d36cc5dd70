package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a run of the suite against the simulator of this build exchanged with it, as it is kept. */
record SuiteTraffic(List<Observation> observations) {

    /**
     * Runs the suite.
     *
     * @param profile of this project
     * @param scope how much of the contract
     * @param directory an empty one, for the record
     */
    static SuiteTraffic of(String profile, String scope, Path directory) throws IOException {
        var profiles = Files.createDirectories(directory.resolve("environments/profiles"));
        var file = profile + ".yaml";
        Files.copy(
                Path.of(System.getProperty("regcontract.root"), "environments/profiles", file), profiles.resolve(file));
        var settings = new RunSettings(
                profile,
                RunOptions.from(option -> option.equals("scope") ? scope : ""),
                "openapi-" + profile,
                directory,
                Map.of());
        try (var run = SuiteRun.begin(settings)) {
            assertThat(run.refusal()).isEmpty();
            var observations = run.scenarios().stream().map(run::seen).toList();
            assertThat(observations)
                    .isNotEmpty()
                    .extracting(Observation::outcome)
                    .hasOnlyElementsOfType(Observation.Outcome.Observed.class);
            return new SuiteTraffic(observations);
        }
    }

    /** Every call of the API, without those that change the world of the simulator. */
    List<Exchange> calls() {
        return observations.stream()
                .flatMap(observation -> observation.exchanges().stream())
                .filter(exchange -> exchange.role() != Exchange.Role.ENVIRONMENT)
                .toList();
    }

    /** The calls under test with the codes that they were answered with. */
    Stream<Observation> driven() {
        return observations.stream()
                .filter(observation -> observation.answered().code().isPresent());
    }
}
