package io.regcontract.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.cli.RegcontractCommand;
import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The collection of {@code regcontract postman}, run by Newman. */
@Tag("long")
class PostmanCollectionTest {

    private static final String NEWMAN = "newman@6.2.2";

    @TempDir
    private Path directory;

    @Test
    void provokesEveryCodeInAnySimulatorAndAgain() throws Exception {
        Program.npmInstall(directory, NEWMAN);
        var file = directory.resolve("collection.json");
        var out = new PrintWriter(new StringWriter());
        assertThat(RegcontractCommand.execute(out, out, "postman", "--out", file.toString()))
                .isZero();
        var collection = JsonMapper.shared().readTree(Files.readString(file));
        var codes = StreamSupport.stream(collection.path("item").spliterator(), false)
                .flatMap(category -> StreamSupport.stream(category.path("item").spliterator(), false))
                .filter(code -> !code.path("item").isEmpty())
                .map(code -> Integer.parseInt(code.path("name").asString().split(" ", 2)[0]))
                .toList();
        assertThat(codes)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(ErrorCode.values()).map(ErrorCode::code).toList());

        try (var simulator = RegistrationSimulator.builder()
                .application("some-other")
                .ownerClient("another-owner", "another-secret")
                .loginClient("another-login")
                .controlToken("another-control-token")
                .start()) {
            var first = newman(simulator, file);
            // The second run finds a simulator in which things have been made.
            var second = newman(simulator, file);

            for (var run : List.of(first, second)) {
                var stats = run.path("run").path("stats");
                assertThat(run.path("run").path("failures")).isEmpty();
                assertThat(stats.path("requests").path("failed").asInt()).isZero();
                // Code, name and token of each case, and the success of its twin.
                assertThat(stats.path("assertions").path("total").asInt()).isGreaterThanOrEqualTo(4 * codes.size());
            }
        }
    }

    private JsonNode newman(RegistrationSimulator simulator, Path collection) throws Exception {
        var report = directory.resolve("report.json");
        Files.deleteIfExists(report);
        var command = new ArrayList<>(List.of("node_modules/.bin/newman", "run", collection.toString()));
        Map.of(
                        "baseUrl", simulator.baseAddress().toString(),
                        "ownerClientId", "another-owner",
                        "ownerClientSecret", "another-secret",
                        "loginClientId", "another-login",
                        "controlToken", "another-control-token")
                .forEach((name, value) -> command.addAll(List.of("--env-var", name + "=" + value)));
        command.addAll(List.of("--reporters", "json", "--reporter-json-export", report.toString()));
        var ended = Program.run(directory, Map.of(), command);
        assertThat(ended.exit()).as(ended.output()).isZero();
        return JsonMapper.shared().readTree(Files.readString(report));
    }
}
