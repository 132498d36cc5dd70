package io.regcontract.suite.replacement;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regcontract.contract.model.OperationScope;
import io.regcontract.simulator.RegistrationSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A simulator behind a base path and a gateway's key. Only some operations are there, and some of the control plane. */
final class ReplacementFront implements AutoCloseable {

    static final String BASE = "/legacy/capture";
    static final String KEY_HEADER = "X-Gateway-Key";
    static final String KEY = "gateway-key-7c1f2a";
    static final String BEARER = "gateway-bearer-91be";
    static final String MARKER_PATH = "/may-work-here";
    static final String MARKER_HEADER = "X-Test-Build";
    static final String MARKER = "yes-it-may-work-here";
    static final String CONTROL_TOKEN = "control-token-of-the-test-build";
    static final String OWNER_SECRET = "owner-secret-of-the-replacement";

    private final OperationScope operations;
    private final Set<String> capabilities;
    private final String capabilitiesAnswer;
    private final RegistrationSimulator simulator = RegistrationSimulator.builder()
            .application("acme")
            .ownerClient("owner", OWNER_SECRET)
            .loginClient("login")
            .controlToken(CONTROL_TOKEN)
            .start();
    private final HttpClient http = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final AtomicInteger withoutKey = new AtomicInteger();
    private final AtomicInteger outOfScope = new AtomicInteger();
    private final Set<String> controlled = new ConcurrentSkipListSet<>();

    private ReplacementFront(List<String> operations, Set<String> capabilities, String capabilitiesAnswer) {
        this.operations = OperationScope.of(operations);
        this.capabilities = capabilities;
        this.capabilitiesAnswer = capabilitiesAnswer;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    static ReplacementFront with(List<String> operations, Set<String> capabilities) {
        return new ReplacementFront(
                operations,
                capabilities,
                "{\"protocol\":\"1\",\"capabilities\":["
                        + capabilities.stream()
                                .sorted()
                                .map(word -> "\"" + word + "\"")
                                .collect(Collectors.joining(","))
                        + "]}");
    }

    /** One that answers a question for its capabilities with something else. */
    static ReplacementFront saying(String capabilitiesAnswer) {
        return new ReplacementFront(List.of("/entity"), Set.of(), capabilitiesAnswer);
    }

    String profile() {
        return """
                name: facade
                description: A simulator that plays a replacement.
                kind: replacement
                base-address: %1$s%2$s
                dialect: documented
                application: acme
                operations: [%3$s]
                credentials:
                  owner: {client-id: owner, client-secret: env:FACADE_SECRET}
                  login: {client-id: login}
                control: {address: "%1$s", token: env:FACADE_CONTROL}
                gateway:
                  headers: {%4$s: env:FACADE_KEY}
                  bearer: env:FACADE_BEARER
                guard:
                  hosts: [127.0.0.1]
                  marker: {path: %5$s, value: env:FACADE_MARKER}
                budgets: {calls: 20000, things: 5000}
                pace: {calls-per-second: 1000, in-flight: 4}
                """
                .formatted(address(), BASE, String.join(", ", operations.globs()), KEY_HEADER, MARKER_PATH);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many requests came without what the gateway asks for. */
    int withoutKey() {
        return withoutKey.get();
    }

    /** How many calls were made of operations that are not there. */
    int outOfScope() {
        return outOfScope.get();
    }

    /** What was asked of the control plane, by its words. */
    Set<String> controlled() {
        return controlled;
    }

    RegistrationSimulator simulator() {
        return simulator;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var path = exchange.getRequestURI().getRawPath();
            var key = exchange.getRequestHeaders().getFirst(KEY_HEADER);
            var bearer = exchange.getRequestHeaders().getFirst("Proxy-Authorization");
            exchange.getResponseHeaders().set(MARKER_HEADER, MARKER);
            if (!KEY.equals(key) || !("Bearer " + BEARER).equals(bearer)) {
                withoutKey.incrementAndGet();
                text(exchange, 401, "no key");
            } else if (path.equals(BASE + MARKER_PATH)) {
                text(exchange, 200, MARKER + "\n");
            } else if (path.startsWith("/control/v1")) {
                control(exchange, path);
            } else if (!path.startsWith(BASE)) {
                text(exchange, 404, "nothing is here");
            } else if (operations.holds(path.substring(BASE.length()))) {
                forward(exchange, simulator.baseAddress() + path.substring(BASE.length()));
            } else {
                outOfScope.incrementAndGet();
                text(exchange, 404, "nothing is here");
            }
        }
    }

    private void control(HttpExchange exchange, String path) throws IOException {
        var steps = List.of(path.substring("/control/v1".length()).split("/", -1));
        var word = steps.size() > 3 ? steps.get(3) : steps.size() > 1 ? steps.get(1) : "";
        if (!word.isEmpty()) {
            controlled.add(word);
        }
        if (word.equals("capabilities")) {
            text(exchange, capabilitiesAnswer.isEmpty() ? 404 : 200, capabilitiesAnswer);
        } else if (word.isEmpty() || capabilities.contains(word)) {
            forward(exchange, simulator.baseAddress() + path);
        } else {
            text(exchange, 404, "{\"message\":\"not offered\"}");
        }
    }

    private void forward(HttpExchange exchange, String address) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        for (var name : List.of("Authorization", "Content-Type", "Accept", "Date")) {
            var value = exchange.getRequestHeaders().getFirst(name);
            if (value != null && !name.equals("Date")) {
                request.header(name, value);
            }
        }
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void text(HttpExchange exchange, int status, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", text.startsWith("{") ? "application/json" : "text/plain");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        simulator.close();
    }
}
