package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A simulator is killed while it takes in the records of a file: after another start with the same file all of them are
 * there, each of them once.
 */
@Tag("sized")
abstract class KilledWhileLoadingContract {

    static final int RECORDS = FullLength.orElse(40_000, 12_000);
    private static final int KILLS = FullLength.orElse(4, 2);

    @TempDir
    Path directory;

    private final Random random = new Random(7);

    @Test
    void takesInTheRestWhenItIsStartedAgain() throws Exception {
        long least = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            var process = launch(ProcessBuilder.Redirect.DISCARD);
            try {
                awaitLoaded(process, least + 1 + random.nextInt(RECORDS / KILLS / 2));
            } finally {
                process.destroyForcibly();
            }
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("it was killed while it loaded").isEqualTo(137);
            least = loaded();
            assertThat(least).isPositive();
        }
        finishes();
    }

    /** How many values there are in the place that outlives the process, or a number that grows as they do. */
    abstract long loaded() throws Exception;

    /** The options that have a simulator keep its state in the one place of this test. */
    abstract List<String> keeping() throws IOException;

    /** Waits until so much is loaded, or the process has ended. */
    final void awaitLoaded(Process process, long least) throws Exception {
        while (loaded() < least && !process.waitFor(20, TimeUnit.MILLISECONDS)) {
            // Looks again.
        }
    }

    final Process launch(ProcessBuilder.Redirect words) throws IOException {
        return RunningSimulator.launch(List.of(), options(), words, Map.of());
    }

    /** A start to the end, after which everything is there, and another one, after which it still is. */
    final void finishes() throws Exception {
        for (int start = 0; start < 2; start++) {
            try (var running = RunningSimulator.start(List.of(), options())) {
                assertThat(call(running, "/entity.count", "type_name=user")
                                .path("total_count")
                                .asInt())
                        .isEqualTo(RECORDS);
                for (int number : List.of(1, RECORDS / 2, RECORDS)) {
                    assertThat(call(running, "/entity", "type_name=user&id=" + number)
                                    .path("result")
                                    .path("email")
                                    .asString())
                            .isEqualTo(address(number));
                }
                assertThat(call(
                                        running,
                                        "/entity.create",
                                        "type_name=user&attributes=%7B%22email%22:%22" + address(RECORDS) + "%22%7D")
                                .path("code")
                                .asInt())
                        .isEqualTo(361);
            }
        }
    }

    private List<String> options() throws IOException {
        var options = new ArrayList<>(keeping());
        options.addAll(List.of("--records", file().toString()));
        return options;
    }

    private Path file() throws IOException {
        var file = directory.resolve("people.ndjson");
        if (!Files.exists(file)) {
            var lines = new StringBuilder();
            for (int number = 1; number <= RECORDS; number++) {
                lines.append("{\"id\":%d,\"uuid\":\"%08d-0000-4000-8000-000000000000\",\"email\":\"%s\","
                                .formatted(number, number, address(number)))
                        .append("\"givenName\":\"Ada\",\"created\":\"2020-01-01 00:00:00.000000 +0000\",")
                        .append("\"lastUpdated\":\"2020-01-01 00:00:00.000000 +0000\"}\n");
            }
            Files.writeString(file, lines);
        }
        return file;
    }

    private static String address(int number) {
        return "person-" + number + "@example.com";
    }

    private static JsonNode call(RunningSimulator running, String path, String form) throws Exception {
        var request = HttpRequest.newBuilder(running.address().resolve(path))
                .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Json.read(HttpClient.newHttpClient()
                .send(request, BodyHandlers.ofString())
                .body());
    }
}
