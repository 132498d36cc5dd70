package io.regcontract.environment.adapter;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A control plane for the test build of a replacement: the protocol of docs/control-plane.yaml in one class, on the JDK's
 * server. Who writes a replacement copies it, and says for each call that can be offered what it does behind the API:
 *
 * <pre>{@code
 * try (var control = ControlPlaneAdapter.with(token)
 *         .offering("POST /applications/{application}/clock", (path, body) -> {
 *             store.moveClock(Duration.ofSeconds(body.path("advanceSeconds").asLong()));
 *             return Map.of("now", store.now().toString());
 *         })
 *         .start()) {
 *     // control.address() belongs under control.address of the profile
 * }
 * }</pre>
 *
 * Never start it where people live: it changes the world behind the API.
 */
public final class ControlPlaneAdapter implements AutoCloseable {

    /** What a call does behind the API. */
    @FunctionalInterface
    public interface Call {

        /**
         * Makes the change.
         *
         * @param path the values of the path's variables, by their names
         * @param body what was sent, an empty object where nothing was
         * @return what is answered, as JSON can show it
         * @throws RefusedException when it cannot be done
         */
        Object make(Map<String, String> path, JsonNode body);
    }

    /** A call cannot be carried out: nothing was changed. */
    public static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int status;

        /**
         * @param status 400 for what cannot be read or done, 404 for what is not there, 409 for what stands against it
         * @param message what is wrong, for a person
         */
        public RefusedException(int status, String message) {
            super(message);
            this.status = status;
        }
    }

    private record Offered(String method, List<String> template, Call call) {}

    private static final String PREFIX = "/control/v1";
    private static final int LONGEST_BODY = 1_000_000;
    private static final JsonMapper JSON = new JsonMapper();

    private final String token;
    private final List<Offered> calls = new ArrayList<>();
    private final SortedSet<String> capabilities = new TreeSet<>();
    private final HttpServer server;

    private ControlPlaneAdapter(String token) {
        this.token = token;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext(PREFIX, this::answer);
        offer("GET", "/health", (path, body) -> Map.of("alive", true, "version", "test"));
        offer(
                "GET",
                "/",
                (path, body) ->
                        Map.of("applications", List.of(), "now", Instant.now().toString()));
        offer("GET", "/capabilities", (path, body) -> Map.of("protocol", "1", "capabilities", capabilities));
    }

    /** A control plane for callers that know a token. */
    public static ControlPlaneAdapter with(String token) {
        return new ControlPlaneAdapter(token);
    }

    /**
     * Offers a call of docs/control-plane.yaml. Its capability, the word after the application, is told to whoever asks.
     *
     * @param call method and path, such as {@code PUT /applications/{application}/quota}
     */
    public ControlPlaneAdapter offering(String call, Call does) {
        var parts = call.split(" ", 2);
        var steps = steps(parts[1]);
        if (!steps.isEmpty()) {
            capabilities.add(steps.size() > 2 ? steps.get(2) : steps.get(0));
        }
        return offer(parts[0], parts[1], does);
    }

    private ControlPlaneAdapter offer(String method, String path, Call does) {
        calls.add(new Offered(method, steps(path), does));
        return this;
    }

    /** Starts to answer. */
    public ControlPlaneAdapter start() {
        server.start();
        return this;
    }

    /** Where it listens, as a profile names it. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + PREFIX);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            Object answer;
            try {
                answer = made(exchange);
            } catch (RefusedException refused) {
                status = refused.status;
                answer = Map.of("message", String.valueOf(refused.getMessage()));
            }
            var bytes = JSON.writeValueAsBytes(answer);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Object made(HttpExchange exchange) throws IOException {
        var steps = steps(exchange.getRequestURI().getRawPath().substring(PREFIX.length()));
        if (!steps.equals(List.of("health"))) {
            admit(exchange);
        }
        for (var offered : calls) {
            if (offered.method().equals(exchange.getRequestMethod())) {
                var variables = variables(offered.template(), steps);
                if (variables.isPresent()) {
                    return offered.call().make(variables.get(), body(exchange));
                }
            }
        }
        throw new RefusedException(404, "This control plane has no such call; GET /capabilities says what it offers.");
    }

    private void admit(HttpExchange exchange) {
        var sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        // The time this takes does not depend on how much of the token is right.
        if (!MessageDigest.isEqual(
                ("Bearer " + token).getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8))) {
            throw new RefusedException(401, "Send the header Authorization: Bearer with the control token.");
        }
    }

    private static JsonNode body(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new RefusedException(400, "The body is longer than " + LONGEST_BODY + " bytes.");
        }
        try {
            var body = JSON.readTree(bytes.length == 0 ? "{}".getBytes(StandardCharsets.UTF_8) : bytes);
            if (body.isObject()) {
                return body;
            }
        } catch (JacksonException notJson) {
            // Refused below.
        }
        throw new RefusedException(400, "The body must be a JSON object.");
    }

    /** The values of a template's variables in a path; empty when it is another path. */
    private static Optional<Map<String, String>> variables(List<String> template, List<String> steps) {
        if (template.size() != steps.size()) {
            return Optional.empty();
        }
        var variables = new TreeMap<String, String>();
        for (int index = 0; index < steps.size(); index++) {
            var name = template.get(index);
            if (name.startsWith("{")) {
                variables.put(name.substring(1, name.length() - 1), decoded(steps.get(index)));
            } else if (!name.equals(steps.get(index))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }

    private static String decoded(String step) {
        try {
            return URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new RefusedException(400, "The path is not percent-encoded.");
        }
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.split("/", -1))
                .filter(step -> !step.isEmpty())
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
