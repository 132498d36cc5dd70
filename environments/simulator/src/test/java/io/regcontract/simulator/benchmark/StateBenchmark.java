package io.regcontract.simulator.benchmark;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.StateDatabase;
import io.regcontract.simulator.store.postgresql.PostgresqlServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * How fast calls that write are with state in memory, in a file and in PostgreSQL, one after the other in each of
 * several rounds, over HTTP, all in one process. To be run by hand: what it prints stands in BENCHMARKS.md.
 */
public final class StateBenchmark {

    private static final int ROUNDS = 3;
    private static final int CALLS = 4_000;
    private static final int WARM_UP = 1_000;
    private static final String OWNER =
            "Basic " + Base64.getEncoder().encodeToString("owner:owner-secret".getBytes(StandardCharsets.UTF_8));

    private StateBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("regcontract-states");
        try (var server = PostgresqlServer.start()) {
            server.sql("postgres", "alter system set fsync = on", "select pg_reload_conf()");
            for (int callers : new int[] {1, 8}) {
                for (int round = 0; round < ROUNDS; round++) {
                    var file = directory.resolve(callers + "-" + round + ".db");
                    var database = server.database();
                    measure("memory", callers, builder -> builder);
                    measure("file", callers, builder -> builder.state(file));
                    measure(
                            "PostgreSQL",
                            callers,
                            builder -> builder.state(StateDatabase.at(server.url(database))
                                    .user(PostgresqlServer.OWNER)
                                    .password(PostgresqlServer.PASSWORD)));
                }
            }
        } finally {
            deleteAll(directory);
        }
    }

    private static void measure(String where, int callers, UnaryOperator<RegistrationSimulator.Builder> state)
            throws Exception {
        var builder = state.apply(RegistrationSimulator.builder().ownerClient("owner", "owner-secret"));
        long begun = System.nanoTime();
        try (var simulator = builder.start()) {
            long start = System.nanoTime() - begun;
            calls(simulator.baseAddress(), callers, WARM_UP, "warm");
            begun = System.nanoTime();
            var nanoseconds = calls(simulator.baseAddress(), callers, CALLS, "person");
            double seconds = (System.nanoTime() - begun) / 1e9;
            Arrays.sort(nanoseconds);
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %d callers: %6.0f calls a second, p50 %.2f ms, p99 %.2f ms, start %.2f s%n",
                    where,
                    callers,
                    CALLS / seconds,
                    nanoseconds[CALLS / 2] / 1e6,
                    nanoseconds[CALLS * 99 / 100] / 1e6,
                    start / 1e9);
        }
    }

    private static long[] calls(URI address, int callers, int number, String prefix) throws Exception {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var pool = Executors.newFixedThreadPool(callers);
        try {
            var all = IntStream.range(0, callers)
                    .mapToObj(caller -> pool.submit(() -> IntStream.range(0, number / callers)
                            .mapToLong(i -> call(http, address, prefix + caller + "-" + i))
                            .toArray()))
                    .toList();
            var nanoseconds = new long[number / callers * callers];
            int at = 0;
            for (Future<long[]> each : all) {
                for (long one : each.get()) {
                    nanoseconds[at++] = one;
                }
            }
            return nanoseconds;
        } finally {
            pool.shutdown();
        }
    }

    private static long call(HttpClient http, URI address, String name) {
        var form = "type_name=user&attributes=%7B%22email%22:%22" + name
                + "%40example.com%22,%22givenName%22:%22Ada%22%7D";
        var request = HttpRequest.newBuilder(address.resolve("/entity.create"))
                .header("Authorization", OWNER)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        long begun = System.nanoTime();
        try {
            var answer = http.send(request, BodyHandlers.ofString()).body();
            if (!answer.contains("\"stat\":\"ok\"")) {
                throw new IllegalStateException(answer);
            }
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
        return System.nanoTime() - begun;
    }

    private static void deleteAll(Path directory) throws java.io.IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }
}
