package io.regcontract.facade.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The server, and the gateway in front of the API: it serves the operations below a base path to those who send its key,
 * and answers all others with a 401 of its own. The control plane stands beside it, without the key.
 */
public final class Gateway implements AutoCloseable {

    /** The header with the key of the gateway. */
    public static final String KEY_HEADER = "X-Gateway-Key";

    /** The path, below the base path, whose answer says that tests may work here. */
    public static final String MARKER = "/regcontract-may-work-here";

    /** Where the paths of the control plane begin. */
    public static final String CONTROL = "/control/v1";

    static {
        // Otherwise the JDK's server holds every second answer back for 40 ms. It reads this once, when it is first
        // used.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private static final int THREADS = 16;
    private static final int QUEUE = 128;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        var thread = new Thread(work, "facade");
        thread.setDaemon(true);
        return thread;
    });
    private final String basePath;
    private final String key;
    private final String marker;

    /**
     * Serves on a free port of the loopback address.
     *
     * @param basePath where the paths of operations begin, such as {@code /legacy/capture}
     * @param key of the gateway
     * @param marker what {@link #MARKER} is answered with
     * @param api answers the operations; empty where there is no such path
     * @param control answers the control plane
     * @throws UncheckedIOException when no port can be opened
     */
    public Gateway(
            String basePath,
            String key,
            String marker,
            Function<ApiRequest, Optional<JsonReply>> api,
            Function<ApiRequest, JsonReply> control) {
        this.basePath = basePath;
        this.key = key;
        this.marker = marker;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), QUEUE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                route(exchange, api, control);
            } catch (IllegalArgumentException unreadable) {
                send(exchange, 400, "text/plain", "Bad request: " + unreadable.getMessage());
            }
        });
        server.start();
    }

    /** The port that it serves on. */
    public int port() {
        return server.getAddress().getPort();
    }

    private void route(
            HttpExchange exchange,
            Function<ApiRequest, Optional<JsonReply>> api,
            Function<ApiRequest, JsonReply> control)
            throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        if (path.equals(CONTROL) || path.startsWith(CONTROL + "/")) {
            send(exchange, control.apply(RequestReader.read(exchange, path.substring(CONTROL.length()))));
        } else if (!key.equals(exchange.getRequestHeaders().getFirst(KEY_HEADER))) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "ApiKey");
            send(exchange, 401, "text/plain", "The gateway knows no such key. Send the header " + KEY_HEADER + ".");
        } else if (path.equals(basePath + MARKER)) {
            send(exchange, 200, "text/plain", marker);
        } else if (path.startsWith(basePath + "/")) {
            var reply = api.apply(RequestReader.read(exchange, path.substring(basePath.length())));
            if (reply.isPresent()) {
                send(exchange, reply.get());
            } else {
                send(exchange, 404, "text/plain", "Not found.");
            }
        } else {
            send(exchange, 404, "text/plain", "The gateway has nothing at this path.");
        }
    }

    private static void send(HttpExchange exchange, JsonReply reply) throws IOException {
        send(exchange, reply.status(), "application/json", reply.body().toString());
    }

    private static void send(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
