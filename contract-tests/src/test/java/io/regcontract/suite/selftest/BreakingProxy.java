package io.regcontract.suite.selftest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.util.EntityUtils;

/** Stands between the suite and a service and damages one answer: the first that has the wanted code. */
final class BreakingProxy implements AutoCloseable {

    private static final Pattern CODE = Pattern.compile("\"code\":(\\d+)");
    private static final Pattern TOKEN = Pattern.compile("\"request_token\":\"([^\"]*)\"");
    private static final List<String> HOP_BY_HOP = List.of("content-length", "transfer-encoding", "connection", "date");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CloseableHttpClient client = HttpClients.custom()
            .disableRedirectHandling()
            .disableContentCompression()
            .build();
    private final URI target;
    private final int code;
    private final Damage damage;
    private final Deque<String> tokens = new ArrayDeque<>();
    private boolean done;

    /** One way to damage an answer. */
    @FunctionalInterface
    interface Damage {
        Reply apply(Reply good, Deque<String> tokensBefore);
    }

    /** An answer on its way. */
    record Reply(int status, Optional<String> contentType, String text) {
        Reply body(String changed) {
            return new Reply(status, contentType, changed);
        }
    }

    BreakingProxy(URI target, int code, Damage damage) {
        this.target = target;
        this.code = code;
        this.damage = damage;
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Whether the answer it waits for came by. */
    boolean damagedOne() {
        return done;
    }

    private void pass(HttpExchange exchange) throws IOException {
        var request = new HttpPost(target.resolve(exchange.getRequestURI().toString()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.addHeader(name, value));
            }
        });
        request.setEntity(new ByteArrayEntity(exchange.getRequestBody().readAllBytes()));
        Reply reply;
        try (var response = client.execute(request)) {
            var type =
                    Optional.ofNullable(response.getFirstHeader("Content-Type")).map(header -> header.getValue());
            reply = new Reply(
                    response.getStatusLine().getStatusCode(),
                    type,
                    EntityUtils.toString(response.getEntity(), StandardCharsets.UTF_8));
        }
        var sent = damagedPerhaps(reply);
        sent.contentType().ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
        var body = sent.text().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(sent.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private synchronized Reply damagedPerhaps(Reply reply) {
        var text = reply.text();
        Matcher answered = CODE.matcher(text);
        var result = reply;
        if (!done && answered.find() && Integer.parseInt(answered.group(1)) == code) {
            done = true;
            result = damage.apply(reply, tokens);
        }
        var token = TOKEN.matcher(text);
        if (token.find()) {
            tokens.addLast(token.group(1));
        }
        return result;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
