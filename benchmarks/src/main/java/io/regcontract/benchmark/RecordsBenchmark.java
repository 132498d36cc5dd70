package io.regcontract.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** How long it takes to load many records, to start with them, and to find some of them, by their number. */
final class RecordsBenchmark {

    private static final String OWNER = "benchmark-owner";
    private static final String SECRET = "benchmark-owner-secret";
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");
    private static final long CHANGED_WITHIN = Duration.ofDays(1_700).toSeconds();
    private static final long BETWEEN = 20;
    private static final int PAGE = 1_000;

    private static final List<String> MEASURED = List.of(
            "id >",
            "lastUpdated >, sorted by it",
            "lastUpdated > the last thousand",
            "by unique value",
            "count, lastUpdated >");
    private static final int WARM_UP = 300;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final BenchmarkWorkspace workshop;
    private final Random random = new Random(5);
    private final JsonMapper json = new JsonMapper();

    RecordsBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    /** A simulator that is ready. */
    private record Running(Process process, URI address, double seconds, HttpClient client) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            process.destroy();
            try {
                process.waitFor();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }
    }

    void run() throws IOException {
        var heap = workshop.word("heap", "1g");
        var calls = workshop.number("calls", 101);
        var sizes = Arrays.stream(
                        workshop.word("sizes", "1000,10000,100000,1000000").split(","))
                .map(Integer::parseInt)
                .toList();
        System.out.printf("%nmedians of %d calls on one connection after " + WARM_UP + " to warm up, heap %s, milliseconds%n%n", calls, heap);
        System.out.println("| records | loaded a second | start, s | " + String.join(" | ", MEASURED)
                + " | bytes a record beyond its JSON |");
        System.out.println("|---:|---:|---:|" + "---:|".repeat(MEASURED.size()) + "---:|");
        var lines = MEASURED.stream()
                .map(name -> new LogPlot.Line(name, new ArrayList<>()))
                .toList();
        for (var size : sizes) {
            var millis = measure(size, calls, heap);
            for (int i = 0; i < millis.size(); i++) {
                lines.get(i).points().add(new double[] {size, millis.get(i)});
            }
        }
        var plot = workshop.directory("records").resolve("records.svg");
        Files.writeString(plot, LogPlot.svg("records", "milliseconds, medians", lines));
        System.out.println("\nThe plot: " + plot);
    }

    /** Medians in milliseconds, in the order of {@link #MEASURED}. */
    private List<Double> measure(int records, int calls, String heap) throws IOException {
        var directory = workshop.directory("records-" + records);
        var people = directory.resolve("people.ndjson");
        var type = directory.resolve("type.json");
        // A database in place of the file holds one number of records: sizes=100000 state=jdbc:postgresql://...
        var database = workshop.word("state", "");
        var file = directory.resolve("state");
        var state = database.isEmpty() ? file.toString() : database;
        Files.writeString(type, type());
        write(people, records);
        try {
            double loading;
            try (var first =
                    start(heap, List.of("--state", state, "--type", "" + type, "--records", "person=" + people))) {
                loading = first.seconds();
            }
            var beyond = database.isEmpty()
                    ? String.format(Locale.ROOT, "%,.0f", (Files.size(file) - Files.size(people)) / (double) records)
                    : "";
            try (var running = start(heap, List.of("--state", state))) {
                var millis = List.of(
                        median(calls, () -> find(running, "id > " + random.nextInt(Math.max(1, records - PAGE)))),
                        median(calls, () -> find(running, changedAfter(records), "sort_on", "[\"lastUpdated\"]")),
                        median(calls, () -> find(running, changedLately(records))),
                        median(calls, () -> byEmail(running, records)),
                        median(calls, () -> call(running, "/entity.count", Map.of("filter", changedAfter(records)))));
                System.out.printf(
                        Locale.ROOT,
                        "| %,d | %,.0f | %.1f | %s | %s |%n",
                        records,
                        records / loading,
                        running.seconds(),
                        millis.stream()
                                .map(each -> String.format(Locale.ROOT, "%.1f", each))
                                .collect(Collectors.joining(" | ")),
                        beyond);
                return millis;
            }
        } finally {
            for (var made : List.of(people, type, file)) {
                Files.deleteIfExists(made);
            }
        }
    }

    private double byEmail(Running running, int records) {
        return call(
                running,
                "/entity",
                Map.of(
                        "key_attribute",
                        "email",
                        "key_value",
                        "\"" + email(1 + random.nextInt(records)) + "\""));
    }

    private Running start(String heap, List<String> options) throws IOException {
        var command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx" + heap,
                "-jar",
                workshop.archive().toString(),
                "simulator",
                "--owner-client-id",
                OWNER,
                "--owner-client-secret",
                SECRET));
        command.addAll(options);
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var ready = process.inputReader().readLine();
        var seconds = BenchmarkWorkspace.seconds(System.nanoTime() - begin);
        if (ready == null || !ready.contains("http")) {
            process.destroyForcibly();
            throw new IOException("the simulator did not start: " + command);
        }
        return new Running(
                process, URI.create(ready.substring(ready.lastIndexOf(' ') + 1)), seconds, HttpClient.newHttpClient());
    }

    private double median(int calls, Supplier<Double> call) {
        for (int i = 0; i < WARM_UP; i++) {
            var unused = call.get();
        }
        var millis = new ArrayList<Double>();
        for (int i = 0; i < calls; i++) {
            millis.add(call.get());
        }
        return new Measurements(millis).median();
    }

    private double find(Running running, String filter, String... more) {
        var parameters = new HashMap<>(Map.of("filter", filter, "max_results", "" + PAGE));
        for (int i = 0; i < more.length; i += 2) {
            parameters.put(more[i], more[i + 1]);
        }
        return call(running, "/entity.find", parameters);
    }

    /** Milliseconds of a call that must succeed. */
    private double call(Running running, String path, Map<String, String> parameters) {
        var form = parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "type_name=person&", ""));
        var request = HttpRequest.newBuilder(running.address().resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((OWNER + ":" + SECRET).getBytes(StandardCharsets.UTF_8)))
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            long begin = System.nanoTime();
            var answer = running.client().send(request, BodyHandlers.ofString()).body();
            double millis = BenchmarkWorkspace.seconds(System.nanoTime() - begin) * 1_000;
            if (!json.readTree(answer).path("stat").asString().equals("ok")) {
                throw new IllegalStateException(path + " " + parameters + ": " + answer);
            }
            return millis;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private String changedAfter(int records) {
        return "lastUpdated > '" + TIME.format(FIRST.plusSeconds((long) (random.nextDouble() * BETWEEN * records)))
                + "'";
    }

    /** About a page of records has changed since. */
    private static String changedLately(int records) {
        long whole = BETWEEN * records + CHANGED_WITHIN;
        // Few have changed at the very end: their number grows with the square of the span before it.
        double tail = Math.sqrt(2.0 * PAGE * BETWEEN * CHANGED_WITHIN);
        return "lastUpdated > '" + TIME.format(FIRST.plusSeconds(Math.max(0, whole - (long) tail))) + "'";
    }

    private static String type() {
        var attributes = new StringBuilder();
        attributes.append("{\"name\":\"email\",\"type\":\"string\",\"constraints\":[\"unique\"]},"
                + "{\"name\":\"givenName\",\"type\":\"string\"},{\"name\":\"familyName\",\"type\":\"string\"}");
        for (int i = 4; i <= 26; i++) {
            attributes.append(
                    ",{\"name\":\"attribute%02d\",\"type\":\"%s\"}".formatted(i, i % 2 == 0 ? "integer" : "string"));
        }
        return "{\"stat\":\"ok\",\"schema\":{\"name\":\"person\",\"attr_defs\":[" + attributes + "]}}";
    }

    /** Records of 30 attributes, four of them those that every record has, as the service's answers write them. */
    private void write(Path file, int records) throws IOException {
        var values = new Random(1);
        try (var out = Files.newBufferedWriter(file)) {
            for (int id = 1; id <= records; id++) {
                var created = FIRST.plusSeconds(BETWEEN * id);
                var changed = created.plusSeconds((long) (values.nextDouble() * CHANGED_WITHIN));
                out.write("{\"id\":" + id + ",\"uuid\":\"" + new UUID(values.nextLong(), values.nextLong())
                        + "\",\"created\":\"" + TIME.format(created) + ".000000 +0000\",\"lastUpdated\":\""
                        + TIME.format(changed) + ".000000 +0000\",\"email\":\"" + email(id)
                        + "\",\"givenName\":\"Ada\",\"familyName\":\"Family" + values.nextInt(1_000_000) + "\"");
                for (int i = 4; i <= 26; i++) {
                    out.write(",\"attribute%02d\":".formatted(i)
                            + (i % 2 == 0
                                    ? values.nextInt(1_000_000)
                                    : "\"" + Long.toHexString(values.nextLong()) + "\""));
                }
                out.write("}\n");
            }
        }
    }

    private static String email(int id) {
        return "person-" + id + "@example.com";
    }
}
