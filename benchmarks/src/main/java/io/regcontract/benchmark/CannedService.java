package io.regcontract.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** A service that thinks about nothing: nine calls succeed, the tenth fails as documented, each with a token of its own. */
final class CannedService implements AutoCloseable {

    private static final int EVERY = 10;

    private final ServerSocket listening;
    private final AtomicLong calls = new AtomicLong();

    CannedService() throws IOException {
        listening = new ServerSocket(0, 256, InetAddress.getLoopbackAddress());
        daemon(this::accept);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                daemon(() -> serve(socket));
            }
        } catch (IOException closed) {
            // The end.
        }
    }

    private static void daemon(Runnable work) {
        var thread = new Thread(work, "canned-service");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            while (HttpMessages.read(in) > 0) {
                socket.getOutputStream().write(answer(calls.incrementAndGet()));
            }
        } catch (IOException gone) {
            // The client has left.
        }
    }

    private static byte[] answer(long number) {
        var body = number % EVERY > 0
                ? "{\"result\":{\"id\":" + number
                        + ",\"uuid\":\"00000000-0000-4000-8000-000000000000\"},\"stat\":\"ok\"}"
                : String.format(
                        Locale.ROOT,
                        "{\"request_token\":\"%016d\",\"code\":310,\"error\":\"record_not_found\","
                                + "\"error_description\":\"no record has this id\",\"stat\":\"error\"}",
                        number);
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    /** Messages whose length is named. */
    static final class HttpMessages {

        private static final String LENGTH = "content-length:";

        private HttpMessages() {}

        /** Reads a message, and returns how long it was; 0 at the end. */
        static int read(InputStream in) throws IOException {
            var head = new StringBuilder();
            var total = 0;
            var body = 0;
            while (true) {
                var one = in.read();
                if (one < 0) {
                    return 0;
                }
                total++;
                if (one != '\n') {
                    head.append((char) one);
                    continue;
                }
                var line = head.toString().strip();
                head.setLength(0);
                if (line.isEmpty()) {
                    in.skipNBytes(body);
                    return total + body;
                }
                if (line.length() > LENGTH.length()
                        && line.substring(0, LENGTH.length()).equalsIgnoreCase(LENGTH)) {
                    body = Integer.parseInt(line.substring(LENGTH.length()).strip());
                }
            }
        }
    }
}
