package io.regcontract.suite.replay;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regcontract.check.answer.Answer;
import io.regcontract.suite.transport.ForwardingClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A proxy on the loopback address that keeps what passes, for one caller at a time. */
final class RecordingProxy implements AutoCloseable {

    private static final Set<String> KEPT_HEADERS =
            Set.of("accept", "authorization", "content-type", "date", "host", "x-application-id");

    private final HttpServer server;
    private final ForwardingClient forwarding;
    private final List<RecordedExchange> recorded = Collections.synchronizedList(new ArrayList<>());

    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    private record Received(int status, List<Answer.Header> headers, byte[] body) {}

    private RecordingProxy(HttpServer server, URI service) {
        this.server = server;
        this.forwarding = new ForwardingClient(service);
    }

    static RecordingProxy before(URI service) throws IOException {
        // Before the server's classes are loaded: without it each answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var proxy = new RecordingProxy(server, service);
        server.createContext("/", proxy::pass);
        server.start();
        return proxy;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was said so far, in order. */
    List<RecordedExchange> recorded() {
        synchronized (recorded) {
            return List.copyOf(recorded);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var sent = new ArrayList<Answer.Header>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> sent.add(new Answer.Header(name, value))));
            var method = exchange.getRequestMethod();
            var target = exchange.getRequestURI().toString();
            var body = exchange.getRequestBody().readAllBytes();
            var answer = forwarding.send(method, target, sent, body, Received::new);
            recorded.add(new RecordedExchange(
                    method,
                    target,
                    kept(sent),
                    new String(body, StandardCharsets.UTF_8),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    ReplayPlan.Purpose.HOUSEKEEPING));
            answer.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    /** The headers that a plan needs; the proxy's own address as host is none of them. */
    private Map<String, String> kept(List<Answer.Header> sent) {
        var kept = new TreeMap<String, String>();
        sent.stream()
                .filter(header -> KEPT_HEADERS.contains(header.name().toLowerCase(Locale.ROOT)))
                .filter(header -> !header.name().equalsIgnoreCase("Host")
                        || !header.value().equals(address().getAuthority()))
                .forEach(header -> kept.putIfAbsent(header.name(), header.value()));
        return kept;
    }

    @Override
    public void close() {
        server.stop(0);
        forwarding.close();
    }
}
