package io.regcontract.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.regcontract.check.answer.Answer.Header;
import io.regcontract.suite.transport.ForwardingClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a service on a real socket, and damages answers on their way. */
final class DamagingProxy implements AutoCloseable {

    private final ForwardingClient forwarding;
    private final Damage damage;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    DamagingProxy(URI service, Damage damage) throws IOException {
        this.damage = damage;
        forwarding = new ForwardingClient(service);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = new ArrayList<Header>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
            var given = damage.of(forwarding.send(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    headers,
                    exchange.getRequestBody().readAllBytes(),
                    Reply::new));
            given.headers().stream()
                    .filter(header -> !List.of("content-length", "connection")
                            .contains(header.name().toLowerCase(Locale.ROOT)))
                    .forEach(header -> exchange.getResponseHeaders().add(header.name(), header.value()));
            exchange.sendResponseHeaders(given.status(), given.body().length == 0 ? -1 : given.body().length);
            exchange.getResponseBody().write(given.body());
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        forwarding.close();
    }
}
