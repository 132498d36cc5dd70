package io.regcontract.suite.unfit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Hands requests on to a service, one a connection, until it is to fail. On the wire, so that nothing helps it along. */
final class FaultyProxy implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: *(\\d+)");

    private final ServerSocket server;
    private final URI service;
    private final String path;
    private final IntPredicate failing;
    private final NetworkFault fault;
    private final AtomicInteger requests = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        var thread = new Thread(work, "faulty-proxy");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param path what requests begin with that are counted
     * @param failing whether the request of that number, counted from 1, meets the fault
     */
    FaultyProxy(URI service, String path, IntPredicate failing, NetworkFault fault) {
        this.service = service;
        this.path = path;
        this.failing = failing;
        this.fault = fault;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** One that answers nobody in any other way. */
    static FaultyProxy only(NetworkFault fault) {
        return new FaultyProxy(URI.create("http://nowhere.invalid"), "/", request -> true, fault);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort());
    }

    /** How many requests were counted. */
    int requests() {
        return requests.get();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var wire = server.accept();
                threads.execute(() -> serve(wire));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket wire) {
        try {
            var request = request(wire.getInputStream());
            if (request.length == 0) {
                wire.close();
                return;
            }
            var line = new String(request, StandardCharsets.ISO_8859_1)
                    .lines()
                    .findFirst()
                    .orElse("");
            if (line.startsWith("POST " + path) && failing.test(requests.incrementAndGet())) {
                fault.on(wire, end);
                return;
            }
            try (wire;
                    var onward = new Socket(service.getHost(), service.getPort())) {
                onward.getOutputStream().write(request);
                var answer = onward.getInputStream().readAllBytes();
                wire.getOutputStream().write(closing(answer));
            }
        } catch (IOException hungUp) {
            // The one side or the other has left.
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** The bytes of an answer, made to be the last on its connection: each byte a character, there and back. */
    private static byte[] closing(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1)
                .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The bytes of a request, made to be the last on its connection. */
    private static byte[] request(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var head = "";
        while (!head.endsWith("\r\n\r\n")) {
            var read = in.read();
            if (read < 0) {
                return new byte[0];
            }
            bytes.write(read);
            if (read == '\n') {
                head = bytes.toString(StandardCharsets.ISO_8859_1);
            }
        }
        var length = LENGTH.matcher(head);
        var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
        var last = new ByteArrayOutputStream();
        last.writeBytes(head.replaceFirst("(?i)\r\nConnection: [^\r]*", "")
                .replaceFirst("\r\n", "\r\nConnection: close\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        last.writeBytes(body);
        return last.toByteArray();
    }

    @Override
    public void close() {
        end.countDown();
        threads.shutdownNow();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
