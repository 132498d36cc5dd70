package io.regcontract.suite.standin;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * What stands before a tenant's service: ends TLS, lets nobody through to the control plane, now and then answers in the
 * service's place, and dates answers by a clock of its own. Beyond the date it changes nothing of what it passes on.
 */
final class TlsGateway implements AutoCloseable {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);
    private static final String BAD_GATEWAY =
            "<html><head><title>502 Bad Gateway</title></head>" + "<body><h1>502 Bad Gateway</h1></body></html>";
    private static final String NOT_FOUND = "<html><body><h1>404 Not Found</h1></body></html>";

    private final SSLServerSocket socket;
    private final URI service;
    private final Clock clock;
    private final int badGatewayEvery;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "stand-in-front");
        thread.setDaemon(true);
        return thread;
    });
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger badGateways = new AtomicInteger();
    private final AtomicInteger overQuota = new AtomicInteger();
    private final Map<String, AtomicLong> byPath = new ConcurrentHashMap<>();
    private volatile Optional<Integer> left = Optional.empty();
    private final Map<Integer, Runnable> alarms = new ConcurrentHashMap<>();

    /**
     * Starts it on any free port of the loopback address.
     *
     * @param clock what it dates answers by
     * @param badGatewayEvery every so many calls HTTP 502 comes back, alternately before the service saw the call and
     *     after it did what was asked; 0 for never
     */
    TlsGateway(SSLContext identity, URI service, Clock clock, int badGatewayEvery) {
        this.service = service;
        this.clock = clock;
        this.badGatewayEvery = badGatewayEvery;
        try {
            socket = (SSLServerSocket)
                    identity.getServerSocketFactory().createServerSocket(0, 64, InetAddress.getLoopbackAddress());
        } catch (IOException unusable) {
            throw new UncheckedIOException(unusable);
        }
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Connections that were opened, whether or not a call came over them. */
    int connections() {
        return connections.get();
    }

    /** Calls that arrived, those that it answered itself included. */
    int calls() {
        return calls.get();
    }

    /** Calls by path. */
    Map<String, Long> callsByPath() {
        return byPath.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .get()));
    }

    /** How often it answered HTTP 502 in the service's place. */
    int badGateways() {
        return badGateways.get();
    }

    /** How often the service answered that a limit was reached. */
    int overQuota() {
        return overQuota.get();
    }

    /** From here on tells with each answer how many calls are left, as gateways do; or nothing. */
    void tellLeft(Optional<Integer> calls) {
        left = calls;
    }

    /** Does something as soon as so many calls more have arrived, and before the last of them is answered. */
    void after(int more, Runnable alarm) {
        alarms.put(calls.get() + more, alarm);
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                connections.incrementAndGet();
                open.add(caller);
                threads.execute(() -> serve(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket caller) {
        try (caller;
                var upstream = new Socket(service.getHost(), service.getPort())) {
            open.add(upstream);
            caller.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            var fromCaller = new BufferedInputStream(caller.getInputStream());
            var fromService = new BufferedInputStream(upstream.getInputStream());
            for (var request = RawHttpMessage.request(fromCaller);
                    request.isPresent();
                    request = RawHttpMessage.request(fromCaller)) {
                answer(request.get(), upstream, fromService).writeTo(caller.getOutputStream());
            }
            open.remove(upstream);
        } catch (IOException gone) {
            // The caller, or the service, went away: what else a front could say nobody would hear.
        } finally {
            open.remove(caller);
        }
    }

    private RawHttpMessage answer(RawHttpMessage request, Socket upstream, BufferedInputStream fromService)
            throws IOException {
        var number = calls.incrementAndGet();
        byPath.computeIfAbsent(request.path(), unused -> new AtomicLong()).incrementAndGet();
        Optional.ofNullable(alarms.remove(number)).ifPresent(Runnable::run);
        if (request.path().startsWith("/control")) {
            return page(404, "Not Found", NOT_FOUND);
        }
        var failure = badGatewayEvery > 0 && number % badGatewayEvery == 0
                ? Optional.of(badGateways.incrementAndGet())
                : Optional.<Integer>empty();
        // Every other time the service has done what was asked, and only its answer is lost.
        if (failure.isPresent() && failure.get() % 2 == 1) {
            return page(502, "Bad Gateway", BAD_GATEWAY);
        }
        request.writeTo(upstream.getOutputStream());
        var answer = RawHttpMessage.answer(fromService, request);
        if (answer.text().contains("\"code\":510")) {
            overQuota.incrementAndGet();
        }
        return failure.isPresent()
                ? page(502, "Bad Gateway", BAD_GATEWAY)
                : told(answer.with("Date", HTTP_DATE.format(clock.instant())));
    }

    private RawHttpMessage told(RawHttpMessage answer) {
        return left.map(calls -> answer.and("RateLimit-Remaining", Integer.toString(calls)))
                .orElse(answer);
    }

    private static RawHttpMessage page(int status, String reason, String html) {
        var body = html.getBytes(StandardCharsets.UTF_8);
        return new RawHttpMessage(
                "HTTP/1.1 " + status + " " + reason + "\r\nContent-Type: text/html\r\nContent-Length: " + body.length
                        + "\r\n\r\n",
                body);
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.shutdownNow();
    }
}
