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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
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
    private volatile boolean keeping;
    private volatile boolean giving;

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

    /**
     * Writes the profile to where a project has its profiles, and the secrets that it refers to beside it.
     *
     * @param more at the end of the profile
     * @return the secrets
     */
    Collection<String> writeProfile(Path root, String more) throws IOException {
        var secrets = Map.of(
                "FACADE_SECRET", OWNER_SECRET,
                "FACADE_CONTROL", CONTROL_TOKEN,
                "FACADE_KEY", KEY,
                "FACADE_BEARER", BEARER,
                "FACADE_MARKER", MARKER);
        var profiles = Files.createDirectories(root.resolve("environments/profiles"));
        for (var secret : secrets.entrySet()) {
            Files.writeString(profiles.resolve(secret.getKey()), secret.getValue());
        }
        Files.writeString(profiles.resolve("facade.yaml"), profile().replace("env:", "file:") + more);
        return secrets.values();
    }

    /** Whether it removes nothing over its control plane. */
    void keep(boolean whether) {
        keeping = whether;
    }

    /** Lets each answer give away what its request brought along. */
    void giveAway() {
        giving = true;
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
        if (keeping && exchange.getRequestMethod().equals("DELETE")) {
            text(exchange, 503, "{\"message\":\"not now\"}");
        } else if (word.equals("capabilities")) {
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
            var body = giving ? givenAway(exchange, answer.body()) : answer.body();
            exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The body with a field of what stands in the headers of the request, which are in a header of the answer as well. */
    private static byte[] givenAway(HttpExchange exchange, byte[] body) {
        var brought = exchange.getRequestHeaders().entrySet().stream()
                .map(header -> header.getKey() + "=" + String.join(" ", header.getValue()))
                .collect(Collectors.joining("; "));
        exchange.getResponseHeaders().set("X-Echo", brought);
        return new String(body, StandardCharsets.UTF_8)
                .replaceFirst("^\\{", Matcher.quoteReplacement("{\"echo\":\"" + brought.replace("\"", "'") + "\","))
                .getBytes(StandardCharsets.UTF_8);
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
