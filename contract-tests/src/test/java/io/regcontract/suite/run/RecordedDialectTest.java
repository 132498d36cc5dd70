package io.regcontract.suite.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordedDialectTest {

    @TempDir
    private Path root;

    @Test
    void keepsTheTokenUnderWhicheverNameTheServiceGivesIt() throws IOException {
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        Files.copy(
                Path.of(System.getProperty("regcontract.root", ".."), "environments/profiles/simulator-observed.yaml"),
                profiles.resolve("simulator-observed.yaml"));
        var options = RunOptions.from(name -> name.equals("code") ? "221,363" : name.equals("scope") ? "codes" : "");
        try (var run = SuiteRun.begin(new RunSettings("simulator-observed", options, "recorded", root, Map.of()))) {
            assertThat(run.scenarios()).isNotEmpty().allSatisfy(scenario -> {
                var observation = run.seen(scenario);
                assertThat(observation.exchanges().stream().flatMap(exchange -> exchange.response().stream()))
                        .anyMatch(response -> response.body().contains("\"request_id\""));
                assertThat(observation.answered().requestToken())
                        .hasValueSatisfying(token -> assertThat(token).hasSize(16));
            });
        }
    }
}
