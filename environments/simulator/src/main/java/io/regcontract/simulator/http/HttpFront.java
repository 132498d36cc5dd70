package io.regcontract.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves an endpoint over HTTP/1.1 with the server of the JDK. */
public final class HttpFront implements AutoCloseable {

    /** The largest body that is read, in bytes. */
    public static final int LARGEST_BODY = 8 * 1024 * 1024;

    static {
        // Read once, when the first server of the process is made: without it every answer waits for a delayed ACK.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // A request has so many seconds to arrive, an answer so many to be taken: slow senders and readers hold
        // threads.
        unlessSet("sun.net.httpserver.maxReqTime", "30");
        unlessSet("sun.net.httpserver.maxRspTime", "60");
    }

    private final HttpServer server;
    private final ExecutorService workers;
    private final InetAddress address;

    private HttpFront(HttpServer server, ExecutorService workers, InetAddress address) {
        this.server = server;
        this.workers = workers;
        this.address = address;
    }

    /**
     * Starts serving.
     *
     * @param port 0 for any free one
     * @throws UncheckedIOException when the port cannot be used
     */
    public static HttpFront start(InetAddress address, int port, Endpoint endpoint) {
        try {
            var server = HttpServer.create(new InetSocketAddress(address, port), 0);
            var count = new AtomicInteger();
            // One thread per busy connection, so that a slow sender holds up no one but itself.
            var workers = Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "regcontract-simulator-" + count.incrementAndGet());
                thread.setDaemon(true);
                return thread;
            });
            server.setExecutor(workers);
            server.createContext("/", exchange -> serve(exchange, endpoint));
            server.start();
            return new HttpFront(server, workers, address);
        } catch (IOException unusable) {
            throw new UncheckedIOException(
                    "cannot listen on " + address.getHostAddress() + " port " + port + ": " + unusable.getMessage(),
                    unusable);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public InetAddress address() {
        return address;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
        try {
            // What is being answered comes to its end, and is not interrupted: an interrupt would close the state file.
            if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void unlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void serve(HttpExchange exchange, Endpoint endpoint) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            var answer = body.length > LARGEST_BODY
                    ? WireAnswer.plain(413, "The request body is too large.").withHeader("Connection", "close")
                    : endpoint.answer(request(exchange, body));
            send(exchange, Compression.of(exchange.getRequestHeaders().getFirst("Accept-Encoding"), answer));
        }
    }

    private static WireRequest request(HttpExchange exchange, byte[] body) {
        Map<String, List<String>> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        var uri = exchange.getRequestURI();
        return new WireRequest(
                exchange.getRequestMethod(),
                Optional.ofNullable(uri.getRawPath()).orElse("/"),
                Optional.ofNullable(uri.getRawQuery()).orElse(""),
                headers,
                body,
                exchange.getRemoteAddress().getAddress());
    }

    private static void send(HttpExchange exchange, WireAnswer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean bodiless =
                exchange.getRequestMethod().equals("HEAD") || answer.status() == 204 || answer.body().length == 0;
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(answer.body());
        }
    }
}
