package io.regcontract.traffic.replay;

import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.SpokenDialect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A service whose calls are recorded: a simulator with ids, tokens and clients of its own. What is recorded of it is as true
 * as what a proxy would record of a tenant.
 */
final class RecordedService implements AutoCloseable {

    static final String HOST = "https://tenant.example";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ReplayClock clock = new ReplayClock(Instant.parse("2026-11-20T08:00:00Z"));
    private final RegistrationSimulator simulator;
    private final HttpClient http = HttpClient.newHttpClient();
    private final List<ObjectNode> lines = new ArrayList<>();

    RecordedService(SpokenDialect dialect) {
        simulator =
                RegistrationSimulator.builder().dialect(dialect).clock(clock).start();
    }

    RegistrationSimulator simulator() {
        return simulator;
    }

    /** Lets time pass. */
    void wait(Duration span) {
        clock.goTo(clock.instant().plus(span));
    }

    /** A call of the owner. */
    JsonNode owner(String operation, String... parameters) {
        var all = new ArrayList<>(List.of(parameters));
        all.addAll(List.of("client_id", simulator.ownerClientId(), "client_secret", simulator.ownerClientSecret()));
        return call(operation, all.toArray(new String[0]));
    }

    /** A call with these parameters alone. */
    JsonNode call(String operation, String... parameters) {
        var form = new LinkedHashMap<String, String>();
        for (int index = 0; index < parameters.length; index += 2) {
            form.put(parameters[index], parameters[index + 1]);
        }
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call("POST", operation, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    JsonNode call(String method, String target, String body, Map<String, String> headers) {
        clock.goTo(clock.instant().plusSeconds(1));
        try {
            var request = HttpRequest.newBuilder(URI.create(simulator.baseAddress() + target))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            headers.forEach(request::header);
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var line = JsonNodeFactory.instance
                    .objectNode()
                    .put("at", clock.instant().toString());
            var sent = line.putObject("request")
                    .put("method", method)
                    .put("url", HOST + target)
                    .put("body", body);
            headers.forEach(sent.putObject("headers")::put);
            line.putObject("response")
                    .put("status", answer.statusCode())
                    .put("body", answer.body())
                    .putObject("headers")
                    .put("Content-Type", "application/json");
            lines.add(line);
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The last line that was recorded, to be changed. */
    ObjectNode last() {
        return lines.get(lines.size() - 1);
    }

    /** Writes what was recorded. */
    Path writeTo(Path file) throws IOException {
        return Files.write(file, lines.stream().map(ObjectNode::toString).toList());
    }

    @Override
    public void close() {
        simulator.close();
    }
}
