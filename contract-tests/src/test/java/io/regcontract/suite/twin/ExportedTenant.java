package io.regcontract.suite.twin;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.suite.pace.MonotonicClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine;

/** A simulator as a tenant with the made-up foreign schema, and the command that exports it. */
final class ExportedTenant implements AutoCloseable {

    static final Path FILES = Path.of("src/test/resources/twin");
    static final Path TYPE = FILES.resolve("user.json");
    static final Path MOORING = FILES.resolve("mooring.json");
    static final Path RECORDS = FILES.resolve("users.ndjson");
    static final String SECRET = "the-owners-secret-of-this-tenant";
    static final String PERMISSION = "yes-it-may-be-read";
    private static final String PROFILE =
            """
            name: tenant
            description: A simulator that plays a sandbox.
            kind: sandbox
            base-address: ADDRESS
            dialect: documented
            application: harbour
            credentials:
              owner: {client-id: owner, client-secret: env:TWIN_SECRET}
              login: {client-id: login}
            guard:
              hosts: [127.0.0.1]
              marker: {setting: may-work-here, value: env:TWIN_MARKER}
            budgets: {calls: 5000, things: 500}
            pace: {calls-per-second: 1000, in-flight: 2}
            """;

    private final Path root;
    private final RegistrationSimulator simulator;
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    private ExportedTenant(Path root, RegistrationSimulator simulator) {
        this.root = root;
        this.simulator = simulator;
        profile(simulator.baseAddress(), "", "");
    }

    /** A tenant that begins as it is told. */
    static ExportedTenant in(Path root, UnaryOperator<RegistrationSimulator.Builder> wish) {
        return new ExportedTenant(
                root,
                wish.apply(RegistrationSimulator.builder()
                                .application("harbour")
                                .ownerClient("owner", SECRET)
                                .loginClient("login"))
                        .start());
    }

    /** A tenant with the foreign schema and its people. */
    static ExportedTenant harbour(Path root) throws IOException {
        var settings = Files.writeString(
                root.resolve("tenants-settings.json"),
                "{\"may-work-here\":\"" + PERMISSION + "\",\"rpx_key\":\"0123456789abcdef0123456789abcdef\","
                        + "\"email_sender_address\":\"office@harbour.example\"}");
        return in(root, builder -> builder.type(TYPE)
                .type(MOORING)
                .recordsOf("user", RECORDS)
                .settings(settings));
    }

    /** Writes the profile again, with a part of it changed. */
    void profile(URI address, String from, String to) {
        try {
            var profiles = Files.createDirectories(root.resolve("environments/profiles"));
            Files.writeString(
                    profiles.resolve("tenant.yaml"),
                    PROFILE.replace(from.isEmpty() ? "\0" : from, to).replace("ADDRESS", address.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RegistrationSimulator simulator() {
        return simulator;
    }

    List<Duration> pauses() {
        return pauses;
    }

    /** A call of the owner, whose parameters are names and values in turn. */
    String owner(String operation, String... parameters) throws IOException, InterruptedException {
        var form = IntStream.range(0, parameters.length / 2)
                .mapToObj(i -> encoded(parameters[2 * i]) + "=" + encoded(parameters[2 * i + 1]))
                .collect(Collectors.joining("&"));
        var key = Base64.getEncoder().encodeToString(("owner:" + SECRET).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(simulator.baseAddress().resolve(operation))
                                .header("Authorization", "Basic " + key)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(form))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    int export(Path to, String... options) {
        var arguments = new ArrayList<>(List.of("--env", "tenant", "--root", root.toString(), "--to", to.toString()));
        arguments.addAll(List.of(options));
        var command = new ExportCommand(
                Map.of("TWIN_SECRET", SECRET, "TWIN_MARKER", PERMISSION),
                Clock.systemUTC(),
                new ClockWithoutWaiting(),
                pauses::add);
        return new CommandLine(command)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }

    @Override
    public void close() {
        simulator.close();
    }

    /** Goes on at once where another one waits. */
    private static final class ClockWithoutWaiting implements MonotonicClock {

        private final AtomicLong ahead = new AtomicLong();

        @Override
        public long nanos() {
            return System.nanoTime() + ahead.get();
        }

        @Override
        public void sleep(long nanos) {
            ahead.addAndGet(nanos);
        }
    }
}
