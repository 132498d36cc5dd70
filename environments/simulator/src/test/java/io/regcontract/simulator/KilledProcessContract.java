package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A simulator whose state outlives the process is killed while many write: whatever it answered before is there
 * afterwards.
 */
@Tag("sized")
abstract class KilledProcessContract {

    private static final int ROUNDS = FullLength.orElse(5, 2);
    private static final int WRITERS = 8;

    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
    private final Random random = new Random(42);

    /** Value by key of every setting that was acknowledged, and the uuid of every record by its address. */
    private final Map<String, String> settings = new ConcurrentHashMap<>();

    private final Map<String, String> records = new ConcurrentHashMap<>();
    private final Set<String> requestTokens = ConcurrentHashMap.newKeySet();
    private final AtomicInteger failures = new AtomicInteger();

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    @Test
    void losesNothingThatItAcknowledged() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            try (var running = start()) {
                check(running.address());
                // To count what is acknowledged decides when to kill, so that every machine kills in the middle of
                // work.
                var enough = new CountDownLatch(100 + random.nextInt(300));
                var writers = new ArrayList<Future<?>>();
                for (int writer = 0; writer < WRITERS; writer++) {
                    var prefix = round + "-" + writer + "-";
                    writers.add(pool.submit(() -> write(running.address(), prefix, enough)));
                }
                assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
                running.process().destroyForcibly();
                assertThat(running.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
                for (var writer : writers) {
                    writer.get(30, TimeUnit.SECONDS);
                }
            }
        }
        assertThat(records).hasSizeGreaterThan(ROUNDS * 25);
        assertThat(requestTokens).hasSize(failures.get());
        try (var last = start()) {
            check(last.address());
        }
    }

    /** Writes until the process answers no more: a record, a setting, the same setting again, and a call that fails. */
    private void write(URI address, String prefix, CountDownLatch enough) {
        for (int i = 0; ; i++) {
            var name = prefix + i;
            var email = name + "@example.com";
            var created =
                    call(address, "/entity.create", "type_name=user&attributes=%7B%22email%22:%22" + email + "%22%7D");
            if (created.isEmpty()) {
                return;
            }
            records.put(email, created.get(0).path("uuid").stringValue());
            enough.countDown();
            for (var value : List.of("old", "new")) {
                if (call(address, "/settings/set", "key=" + prefix + "&value=" + value + i)
                        .isEmpty()) {
                    // It may or may not have happened: no answer came.
                    settings.remove(prefix);
                    return;
                }
                settings.put(prefix, value + i);
                enough.countDown();
            }
            var failed = call(address, "/entity", "type_name=" + name);
            if (failed.isEmpty()) {
                return;
            }
            requestTokens.add(failed.get(0).path("request_token").stringValue());
            failures.incrementAndGet();
        }
    }

    private void check(URI address) {
        var found = new HashSet<String>();
        var all = call(
                address, "/entity.find", "type_name=user&filter=true&max_results=10000&attributes=%5B%22uuid%22%5D");
        all.get(0)
                .path("results")
                .values()
                .forEach(each -> found.add(each.path("uuid").stringValue()));
        assertThat(found).containsAll(records.values());
        // Whole or not at all: whatever is there can be used, and its place among the unique values is taken.
        records.keySet().stream().limit(20).forEach(email -> assertThat(call(
                                address,
                                "/entity.create",
                                "type_name=user&attributes=%7B%22email%22:%22" + email + "%22%7D")
                        .get(0)
                        .path("code")
                        .asInt())
                .isEqualTo(361));
        var kept = call(address, "/settings/items", "").get(0).path("result");
        settings.forEach(
                (key, value) -> assertThat(kept.path(key).asString()).as(key).isEqualTo(value));
    }

    /** The body of the answer; nothing when there was none. */
    private List<JsonNode> call(URI address, String path, String form) {
        var request = HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", SimulatorFixture.basic("owner", "owner-secret"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            return List.of(Json.read(http.send(request, BodyHandlers.ofString()).body()));
        } catch (IOException killed) {
            return List.of();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private RunningSimulator start() throws IOException {
        return RunningSimulator.start(List.of(), keeping());
    }

    /** The options that have a simulator keep its state in the one place of this test. */
    abstract List<String> keeping() throws IOException;
}
