package io.regcontract.suite.unfit;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A way in which something between us and a service, or the service itself, fails: what it does instead of answering. */
enum NetworkFault {
    CLOSES_WITHOUT_A_WORD((wire, end) -> {}),
    RESETS_BEFORE_THE_ANSWER((wire, end) -> wire.setSoLinger(true, 0)),
    RESETS_IN_THE_MIDDLE((wire, end) -> {
        send(wire, json() + "Content-Length: 100\r\n\r\n{\"stat\":");
        wire.setSoLinger(true, 0);
    }),
    CLOSES_ITS_HALF((wire, end) -> {
        wire.shutdownOutput();
        end.await();
    }),
    CLOSES_ITS_HALF_IN_THE_MIDDLE((wire, end) -> {
        send(wire, json() + "Content-Length: 100\r\n\r\n{\"stat\":");
        wire.shutdownOutput();
        end.await();
    }),
    SAYS_NOTHING((wire, end) -> end.await()),
    STOPS_AMID_THE_HEADERS((wire, end) -> {
        send(wire, "HTTP/1.1 200 OK\r\nContent-");
        end.await();
    }),
    STOPS_AMID_THE_BODY((wire, end) -> {
        send(wire, json() + "Content-Length: 100\r\n\r\n{\"stat\":");
        end.await();
    }),
    DRIPS_ITS_HEADERS((wire, end) -> {
        send(wire, "HTTP/1.1 200 OK\r\nX-Drip: ");
        drip(wire, end);
    }),
    DRIPS_ITS_BODY((wire, end) -> {
        send(wire, json() + "Content-Length: 100000\r\n\r\n{\"stat\":\"");
        drip(wire, end);
    }),
    BAD_GATEWAY((wire, end) -> send(wire, page("502 Bad Gateway"))),
    UNAVAILABLE((wire, end) -> send(wire, page("503 Service Unavailable"))),
    GATEWAY_TIMEOUT((wire, end) -> send(wire, page("504 Gateway Timeout"))),
    TOO_MANY((wire, end) -> send(wire, page("429 Too Many Requests"))),
    REDIRECTS_IN_A_CIRCLE(
            (wire, end) -> send(wire, "HTTP/1.1 302 Found\r\nLocation: /entity.create\r\nContent-Length: 0\r\n\r\n")),
    REDIRECTS_TO_A_LOG_IN((wire, end) -> send(
            wire,
            "HTTP/1.1 307 Temporary Redirect\r\nLocation: https://portal.example.com/\r\nContent-Type: text/html\r\n"
                    + "Content-Length: 13\r\n\r\n<html></html>")),
    NEVER_ENDS_ITS_BODY((wire, end) -> {
        send(wire, json() + "Transfer-Encoding: chunked\r\n\r\n");
        while (true) {
            send(wire, "10000\r\n" + "x".repeat(0x10000) + "\r\n");
        }
    }),
    ANNOUNCES_A_HUGE_BODY((wire, end) -> {
        send(wire, json() + "Content-Length: 100000000000\r\n\r\n");
        while (true) {
            send(wire, "x".repeat(0x10000));
        }
    }),
    NEVER_ENDS_ITS_HEADERS((wire, end) -> {
        send(wire, "HTTP/1.1 200 OK\r\n");
        while (true) {
            send(wire, "X-More: " + "x".repeat(1000) + "\r\n");
        }
    }),
    NEVER_ENDS_A_HEADER((wire, end) -> {
        send(wire, "HTTP/1.1 200 OK\r\nX-Long: ");
        while (true) {
            send(wire, "x".repeat(0x10000));
        }
    }),
    SPEAKS_NO_HTTP((wire, end) -> {
        var noise = new byte[4096];
        new Random(4).nextBytes(noise);
        wire.getOutputStream().write(noise);
        wire.getOutputStream().flush();
    }),
    STUTTERS_BEFORE_IT_SPEAKS(
            (wire, end) -> send(wire, "}\r\n\r\n" + json() + "Content-Length: 13\r\n\r\n{\"stat\":\"ok\"}")),
    NAMES_TOO_LONG_A_LENGTH((wire, end) -> send(wire, json() + "Content-Length: 14\r\n\r\n{\"stat\":\"ok\"}")),
    NAMES_TOO_SHORT_A_LENGTH((wire, end) -> send(wire, json() + "Content-Length: 9\r\n\r\n{\"stat\":\"ok\"}")),
    NAMES_A_LENGTH_THAT_IS_NONE((wire, end) -> send(wire, json() + "Content-Length: some\r\n\r\n{\"stat\":")),
    BREAKS_OFF_WITHOUT_A_LENGTH((wire, end) -> send(wire, json() + "\r\n{\"stat\":")),
    CHUNKS_RUBBISH(
            (wire, end) -> send(wire, json() + "Transfer-Encoding: chunked\r\n\r\nzebra\r\n{\"stat\":\"ok\"}\r\n")),
    BREAKS_OFF_A_CHUNK((wire, end) -> send(wire, json() + "Transfer-Encoding: chunked\r\n\r\n40\r\n{\"stat\":")),
    FORGETS_THE_LAST_CHUNK(
            (wire, end) -> send(wire, json() + "Transfer-Encoding: chunked\r\n\r\nd\r\n{\"stat\":\"ok\"}\r\n"));

    @SuppressWarnings("ImmutableEnumChecker") // None of them keeps anything.
    private final Behaviour behaviour;

    /** What happens on the wire until it is closed; may go on until the end comes. */
    @FunctionalInterface
    private interface Behaviour {
        void on(Socket wire, CountDownLatch end) throws IOException, InterruptedException;
    }

    NetworkFault(Behaviour behaviour) {
        this.behaviour = behaviour;
    }

    /** Does it, and closes the wire. */
    void on(Socket wire, CountDownLatch end) throws InterruptedException {
        try (wire) {
            behaviour.on(wire, end);
        } catch (IOException hungUp) {
            // The client that met the fault has left.
        }
    }

    private static String json() {
        return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    }

    private static void drip(Socket wire, CountDownLatch end) throws IOException, InterruptedException {
        while (!end.await(20, TimeUnit.MILLISECONDS)) {
            send(wire, "x");
        }
    }

    private static void send(Socket wire, String text) throws IOException {
        wire.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        wire.getOutputStream().flush();
    }

    private static String page(String status) {
        var html = "<html><body><h1>" + status + "</h1></body></html>";
        return "HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\nContent-Length: " + html.length() + "\r\n\r\n"
                + html;
    }
}
