package io.regcontract.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Stands before a service and writes down what is said, for one caller at a time. */
final class RecordingProxy implements AutoCloseable {

    private static final Set<String> TELLING =
            Set.of("accept", "authorization", "content-type", "date", "host", "x-application-id");

    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final List<RecordedExchange> heard = Collections.synchronizedList(new ArrayList<>());

    private RecordingProxy(HttpServer server, URI service) {
        this.server = server;
        this.service = service;
    }

    static RecordingProxy before(URI service) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var tap = new RecordingProxy(server, service);
        server.createContext("/", tap::pass);
        server.start();
        return tap;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was said so far, in order. */
    List<RecordedExchange> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().toString();
            var request = HttpRequest.newBuilder(URI.create(service + path))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
            var headers = new TreeMap<String, String>();
            exchange.getRequestHeaders().forEach((name, values) -> {
                var own = name.equalsIgnoreCase("Host")
                        && values.contains(address().getAuthority());
                if (TELLING.contains(name.toLowerCase(java.util.Locale.ROOT)) && !own) {
                    headers.put(name, values.get(0));
                    request.header(name, values.get(0));
                }
            });
            var answer = client.send(request.build(), BodyHandlers.ofByteArray());
            heard.add(new RecordedExchange(
                    exchange.getRequestMethod(),
                    path,
                    headers,
                    new String(body, StandardCharsets.UTF_8),
                    new String(answer.body(), StandardCharsets.UTF_8)));
            answer.headers().map().forEach((name, values) -> {
                if (!name.equalsIgnoreCase("content-length") && !name.equalsIgnoreCase("date")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
