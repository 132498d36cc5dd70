package io.regcontract.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP/1.1 as clients write it, byte for byte. */
class SimulatorHttpServerTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    /** Says what it understood. */
    private static final Endpoint ECHO = request -> new WireAnswer(
            200,
            Map.of(),
            (request.method() + " " + request.path() + " [" + request.query() + "] "
                            + request.header("X-Word").orElse("-") + " "
                            + new String(request.body(), StandardCharsets.ISO_8859_1))
                    .getBytes(StandardCharsets.ISO_8859_1));

    private SimulatorHttpServer front = start(ConnectionTimeouts.USUAL, ECHO);

    @AfterEach
    void stop() {
        front.close();
    }

    @Test
    void answersInOnePiece() throws IOException {
        assertThat(exchange("GET /a?b=c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .isEqualTo(String.join(
                        "\r\n",
                        "HTTP/1.1 200 OK",
                        "Date: Sun, 01 Mar 2026 12:00:00 GMT",
                        "Connection: close",
                        "Content-Length: 15",
                        "",
                        "GET /a [b=c] - "));
    }

    @Test
    @SuppressWarnings("StringConcatToTextBlock") // The ends of lines are the point.
    void answersRequestsThatCameTogetherInTheirOrder() throws IOException {
        assertThat(bodies("POST /one HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc\r\n"
                        + "POST /two HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1;x=y\r\nd\r\n2\r\nef\r\n0\r\nTrailer: t\r\n\r\n"
                        + "GET /three HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, close\r\n\r\n"))
                .containsExactly("POST /one [] - abc", "POST /two [] - def", "GET /three [] - ");
    }

    @Test
    void readsARequestThatComesByteByByte() throws IOException {
        try (var socket = connect()) {
            var text =
                    "POST /slow HTTP/1.1\r\nHost: x\r\nX-Word: a  b \r\nContent-Length: 5\r\nConnection: close\r\n\r\nhello";
            for (byte sign : text.getBytes(StandardCharsets.US_ASCII)) {
                socket.getOutputStream().write(sign);
            }
            assertThat(rest(socket)).endsWith("POST /slow [] a  b hello");
        }
    }

    @Test
    void encouragesAClientThatAsksFirst() throws IOException {
        try (var socket = connect()) {
            send(
                    socket,
                    "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n");
            var word = "HTTP/1.1 100 Continue\r\n\r\n";
            assertThat(new String(socket.getInputStream().readNBytes(word.length()), StandardCharsets.US_ASCII))
                    .isEqualTo(word);
            send(socket, "ok");
            assertThat(rest(socket)).startsWith("HTTP/1.1 200 OK").endsWith("POST / [] - ok");
        }
    }

    @Test
    void tellsAClientThatAsksFirstThatItsBodyIsTooLarge() throws IOException {
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 8388609\r\n\r\n"))
                .startsWith("HTTP/1.1 413 ");
    }

    @ParameterizedTest
    @CsvSource({
        "http://shop.example.com/a?b=c,/a [b=c]",
        "http://shop.example.com,/ []",
        "http://shop.example.com?b=/c,/ [b=/c]",
        "/a?b={\"c\":\"d\"}|^`,'/a [b={\"c\":\"d\"}|^`]'",
        "/a?b=c?d#e,/a [b=c?d]",
        "/ä,/ä []"
    })
    void understandsAddresses(String target, String understood) throws IOException {
        assertThat(exchange("GET " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .contains("\r\n\r\nGET " + understood + " - ");
    }

    @Test
    void closesAfterTheAnswerToAnOlderClient() throws IOException {
        assertThat(exchange("GET / HTTP/1.0\r\n\r\n")).contains("\r\nConnection: close\r\n");
    }

    @Test
    void keepsTheConnectionOfAnOlderClientThatAsksForIt() throws IOException {
        assertThat(bodies("GET /one HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET /two HTTP/1.0\r\n\r\n"))
                .containsExactly("GET /one [] - ", "GET /two [] - ");
    }

    @ParameterizedTest
    @CsvSource({"HEAD,200", "GET,204"})
    void sendsNoBodyWhereNoneMayBe(String method, int status) throws IOException {
        restart(
                ConnectionTimeouts.USUAL,
                request -> new WireAnswer(status, Map.of(), "body".getBytes(StandardCharsets.UTF_8)));
        assertThat(exchange(method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 " + status)
                .endsWith("\r\n\r\n")
                .doesNotContain("Content-Length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "400|GET\r\n\r\n",
                "400|GET /\r\n\r\n",
                "400|GET  HTTP/1.1\r\nHost: x\r\n\r\n",
                "400|GET / FTP/1.1\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\nno colon\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\n: nameless\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\nX-Word : blank\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
                "400|POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n0\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n",
                "400|GET / HTTP/1.1\r\n\r\n",
                "400|GET / HTTP/1.1\r\nAccept: a\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
                "400|GET / HTTP/1.0\r\nHost: x\r\nhost: y\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +0\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x0\r\n\r\n",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1, 1\r\n\r\na",
                "400|POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\ncontent-length: 1\r\n\r\na",
                "400|GET / HTTP/1.1\r\nHost: x\r\nX-Word: a\r\n b\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\nX-Word: a\r\n\tb\r\n\r\n",
                "400|GET / HTTP/1.1\r\n Host: x\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\nX-Word: a\0b\r\n\r\n",
                "400|GET / HTTP/1.1\r\nHost: x\r\nX-Word: a\rb\r\n\r\n",
                "400|GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n",
                "501|POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n",
                "505|GET / HTTP/2.0\r\n\r\n"
            })
    void refusesWhatIsNoRequest(String expectedAndSent) throws IOException {
        var parts = expectedAndSent.split("\\|", 2);
        assertThat(exchange(parts[1]))
                .startsWith("HTTP/1.1 " + parts[0] + " ")
                .contains("\r\nConnection: close\r\n", "\r\nContent-Type: text/plain; charset=utf-8\r\n");
    }

    @Test
    void refusesHeadsWithoutEnd() throws IOException {
        assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(201) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\n" + "A: b\r\n".repeat(198) + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(exchange("GET /" + "a".repeat(500_000) + " HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 431 ");
    }

    @Test
    void boundsAHeadAsAWhole() throws IOException {
        var header = "A: " + "b".repeat(10_000) + "\r\n";
        assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\n" + header.repeat(195) + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(exchange("GET / HTTP/1.1\r\nHost: x\r\n" + header.repeat(38) + "Connection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        assertThat(exchange("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n" + header.repeat(195)
                        + "\r\n"))
                .startsWith("HTTP/1.1 431 ");
        assertThat(exchange("\r\n".repeat(1_000) + "GET / HTTP/1.1\r\nHost: x\r\n\r\n"))
                .startsWith("HTTP/1.1 400 ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n1\r\na\r\n0\r\n\r\n",
                "POST / HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n"
            })
    void closesTheConnectionAfterARequestWhoseEndIsSaidTwice(String request) throws IOException {
        assertThat(bodies(request + "GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"))
                .containsExactly("POST / [] - a");
    }

    @Test
    void takesALargeBodyAndGoesOn() throws IOException {
        restart(
                ConnectionTimeouts.USUAL,
                request -> new WireAnswer(
                        200, Map.of(), Integer.toString(request.body().length).getBytes(StandardCharsets.US_ASCII)));
        var body = "a".repeat(SimulatorHttpServer.LARGEST_BODY);
        assertThat(bodies("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length() + "\r\n\r\n" + body
                        + "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nConnection: close\r\n\r\na"))
                .containsExactly(Integer.toString(body.length()), "1");
    }

    @Test
    void endsAConnectionThatDoesNothing() throws IOException {
        restart(new ConnectionTimeouts(Duration.ofMillis(1), Duration.ofSeconds(30), Duration.ofSeconds(30)), ECHO);
        try (var socket = connect()) {
            assertThat(rest(socket)).isEmpty();
        }
    }

    @Test
    void endsAConnectionThatTakesNoAnswer() throws Exception {
        restart(
                new ConnectionTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(1)),
                request -> new WireAnswer(200, Map.of(), new byte[64 * 1024 * 1024]));
        try (var socket = connect()) {
            send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            socket.getInputStream().readNBytes(1);
            assertThat(allThatComesAfterAPause(socket)).isLessThan(64 * 1024 * 1024);
        }
    }

    @Test
    void keepsSomeConnectionsAndEndsTheOthersWithTheirAnswer() throws IOException {
        var sockets = new ArrayList<Socket>();
        try {
            int kept = 0;
            for (int i = 0; i < 250; i++) {
                var socket = connect();
                sockets.add(socket);
                send(socket, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
                kept += head(socket).contains("Connection: close") ? 0 : 1;
            }
            assertThat(kept).isEqualTo(200);
        } finally {
            for (var socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void bringsWhatIsBeingAnsweredToItsEnd() throws Exception {
        var asked = new CountDownLatch(1);
        var stopping = new CountDownLatch(1);
        restart(ConnectionTimeouts.USUAL, request -> {
            asked.countDown();
            await(stopping);
            return WireAnswer.plain(200, "done");
        });
        try (var idle = connect();
                var busy = connect()) {
            send(busy, "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
            asked.await();
            var closing = new Thread(front::close);
            closing.start();
            assertThat(rest(idle)).isEmpty();
            stopping.countDown();
            assertThat(rest(busy)).contains("Connection: close").endsWith("done\n");
            closing.join();
            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        assertThatThrownBy(() -> SimulatorHttpServer.start(
                        ListenAddress.plain(InetAddress.getLoopbackAddress(), front.port()),
                        ECHO,
                        NOON,
                        ConnectionTimeouts.USUAL))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith("cannot listen on 127.0.0.1 port " + front.port() + ": ");
    }

    private void restart(ConnectionTimeouts patience, Endpoint endpoint) {
        front.close();
        front = start(patience, endpoint);
    }

    private static SimulatorHttpServer start(ConnectionTimeouts patience, Endpoint endpoint) {
        return SimulatorHttpServer.start(
                ListenAddress.plain(InetAddress.getLoopbackAddress(), 0), endpoint, NOON, patience);
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
        socket.setSoTimeout(20_000);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private String exchange(String request) throws IOException {
        try (var socket = connect()) {
            send(socket, request);
            return rest(socket);
        }
    }

    /** The bodies of all answers until the server closes the connection. */
    private List<String> bodies(String requests) throws IOException {
        var bodies = new ArrayList<String>();
        try (var socket = connect()) {
            send(socket, requests);
            for (var head = head(socket); !head.isEmpty(); head = head(socket)) {
                int at = head.indexOf("Content-Length: ") + 16;
                int length = Integer.parseInt(head.substring(at, head.indexOf('\r', at)));
                bodies.add(new String(socket.getInputStream().readNBytes(length), StandardCharsets.ISO_8859_1));
            }
        }
        return bodies;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    private static String head(Socket socket) throws IOException {
        var head = new StringBuilder();
        InputStream in = socket.getInputStream();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    /** How many bytes come when nothing is read for longer than the server waits. */
    private static long allThatComesAfterAPause(Socket socket) {
        await(new CountDownLatch(1), Duration.ofSeconds(1));
        try {
            return socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException reset) {
            return 0;
        }
    }

    private static void await(CountDownLatch latch) {
        await(latch, Duration.ofSeconds(20));
    }

    private static void await(CountDownLatch latch, Duration most) {
        try {
            latch.await(most.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
