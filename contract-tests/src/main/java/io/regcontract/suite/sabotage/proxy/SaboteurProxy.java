package io.regcontract.suite.sabotage.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regcontract.check.answer.Answer;
import io.regcontract.contract.Contract;
import io.regcontract.suite.sabotage.FailingAnswer;
import io.regcontract.suite.sabotage.RawResponse;
import io.regcontract.suite.sabotage.Sabotage;
import io.regcontract.suite.sabotage.SabotageContext;
import io.regcontract.suite.transport.ForwardingClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * A proxy on the loopback address that breaks the failing answers of a service in one way. Only answers with a
 * documented code are broken; all others pass unchanged.
 */
public final class SaboteurProxy implements AutoCloseable {

    /** How many earlier answers are kept for sabotages that replay one. */
    private static final int REMEMBERED = 256;

    private final Contract contract = Contract.load();
    private final Sabotage sabotage;
    private final SabotageTarget target;
    private final Consumer<String> log;
    private final ForwardingClient forwarding;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(SaboteurProxy::daemon);
    private final Deque<SabotageContext.Given> earlier = new ArrayDeque<>();
    private int matched;
    private int broken;

    private SaboteurProxy(URI upstream, Sabotage sabotage, SabotageTarget target, int port, Consumer<String> log)
            throws IOException {
        this.sabotage = sabotage;
        this.target = target;
        this.log = log;
        // Before the server's classes are loaded: without it each answer waits for a delayed acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        forwarding = new ForwardingClient(upstream);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /**
     * Starts a proxy.
     *
     * @param upstream the service
     * @param port to listen on; 0 for any free one
     * @throws UncheckedIOException when the port cannot be listened on
     */
    public static SaboteurProxy start(URI upstream, Sabotage sabotage, SabotageTarget target, int port) {
        return start(upstream, sabotage, target, port, line -> {});
    }

    /** Starts a proxy that logs a line for each broken answer. */
    public static SaboteurProxy start(
            URI upstream, Sabotage sabotage, SabotageTarget target, int port, Consumer<String> log) {
        try {
            return new SaboteurProxy(upstream, sabotage, target, port, log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on 127.0.0.1 port " + port + ": " + e.getMessage(), e);
        }
    }

    /** The address to use in place of the service's. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** How many answers it has broken so far. */
    public synchronized int broken() {
        return broken;
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new ArrayList<Answer.Header>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> headers.add(new Answer.Header(name, value))));
            var body = exchange.getRequestBody().readAllBytes();
            var uri = exchange.getRequestURI();
            RawResponse reply;
            try {
                reply = forwarding.send(exchange.getRequestMethod(), uri.toString(), headers, body, RawResponse::new);
            } catch (IOException e) {
                log.accept("no answer from the service: " + e);
                answer(exchange, away(e));
                return;
            }
            answer(exchange, perhapsBroken(uri, headers, body, reply));
        }
    }

    /** A gateway's answer, so that the suite reports an unfit environment and no contradiction. */
    private static RawResponse away(IOException e) {
        return new RawResponse(
                502,
                List.of(new Answer.Header("Content-Type", "text/plain;charset=utf-8")),
                ("the saboteur got no answer from the service: " + e.getMessage() + "\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private synchronized RawResponse perhapsBroken(
            URI uri, List<Answer.Header> headers, byte[] body, RawResponse reply) {
        var operation = uri.getPath();
        var failure = FailingAnswer.in(reply, contract);
        if (failure.isEmpty()) {
            return reply;
        }
        var given = reply;
        if (target.matches(operation, failure.get().code())) {
            matched++;
            if (target.nth().isEmpty() || target.nth().getAsInt() == matched) {
                var context = new SabotageContext(
                        contract,
                        operation,
                        RequestSecrets.secrets(uri, headers, body),
                        List.copyOf(earlier),
                        List.of());
                given = sabotage.apply(reply, context).orElse(reply);
                note(operation, failure.get(), given != reply);
            }
        }
        earlier.addLast(new SabotageContext.Given(operation, given));
        if (earlier.size() > REMEMBERED) {
            earlier.removeFirst();
        }
        return given;
    }

    private void note(String operation, FailingAnswer failure, boolean changed) {
        if (changed) {
            broken++;
        }
        log.accept((changed ? "broken" : "nothing to break in") + ": " + failure.code() + " of " + operation);
    }

    private static void answer(HttpExchange exchange, RawResponse reply) throws IOException {
        reply.headers().forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
        var body = reply.body();
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "regcontract-saboteur");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        forwarding.close();
    }
}
