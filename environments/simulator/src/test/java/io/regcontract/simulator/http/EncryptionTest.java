package io.regcontract.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.tls.CertificateNames;
import io.regcontract.simulator.tls.ServerIdentity;
import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HTTP over TLS; and clients that are silent, slow or speak something else do no harm to the others. */
class EncryptionTest {

    private static final int MOST = 20;
    private static final String GET = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final String LAST = "GET /x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
    /** The beginning of a handshake, which promises 512 bytes more. */
    private static final byte[] HALF_A_GREETING = {0x16, 3, 1, 2, 0, 1, 0};

    private final ServerIdentity identity = ServerIdentity.make(new CertificateNames(), Instant.now());
    private final List<Socket> crowd = new ArrayList<>();
    private SimulatorHttpServer front = start(ConnectionTimeouts.USUAL, request -> WireAnswer.plain(200, "fine"));

    @AfterEach
    void stop() throws IOException {
        for (var socket : crowd) {
            socket.close();
        }
        front.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void answersSeveralRequestsOverOneConnection(String protocol) throws IOException {
        try (var socket = greeted(protocol)) {
            send(socket, GET);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 OK").endsWith("fine\n");
            send(socket, LAST);
            // The end is told as TLS tells it: otherwise reading would fail.
            assertThat(rest(socket)).contains("Connection: close").endsWith("fine\n");
        }
    }

    /** A greeting of an older client, which offers no newer version; the answer is the alert protocol_version. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void refusesProtocolsThatAreBroken(int minorVersion) throws IOException {
        var greeting = ByteBuffer.allocate(54);
        greeting.put(new byte[] {0x16, 3, 1, 0, 49, 1, 0, 0, 45, 3, (byte) minorVersion});
        greeting.put(new byte[32]);
        greeting.put(new byte[] {0, 0, 6, (byte) 0xc0, 0x09, (byte) 0xc0, 0x13, 0, 0x2f, 1, 0});
        try (var socket = connect()) {
            socket.getOutputStream().write(greeting.array());
            var alert = socket.getInputStream().readNBytes(7);
            assertThat(alert[0]).isEqualTo((byte) 21);
            assertThat(alert[6]).isEqualTo((byte) 70);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LAST, "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc", "x"})
    void tellsAClientThatSpeaksNoTlsThatItMust(String text) throws IOException {
        try (var socket = connect()) {
            send(socket, text);
            socket.shutdownOutput();
            assertThat(rest(socket))
                    .startsWith("HTTP/1.1 400 ")
                    .endsWith("\r\n\r\nThis port speaks TLS: call it by https.\n");
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void servesWhoComesWhileOthersDoNotGreet() throws IOException {
        for (int i = 0; i < 3 * MOST; i++) {
            var silent = connect();
            crowd.add(silent);
            if (i % 2 == 0) {
                silent.getOutputStream().write(HALF_A_GREETING);
            }
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void servesWhoComesWhileOthersDoNothingAfterTheGreeting() throws IOException {
        for (int i = 0; i < 3 * MOST; i++) {
            crowd.add(greeted("TLSv1.3"));
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void cutsOffWhoGreetsByteByByte() throws Exception {
        restart(
                new ConnectionTimeouts(Duration.ofSeconds(30), Duration.ofMillis(1), Duration.ofSeconds(30)),
                request -> WireAnswer.plain(200, "fine"));
        try (var silent = connect();
                var slow = connect()) {
            slow.getOutputStream().write(HALF_A_GREETING);
            for (var socket : List.of(silent, slow)) {
                assertThat(end(socket)).isTrue();
            }
        }
    }

    @Test
    void endsAConnectionThatTakesNoAnswer() throws Exception {
        restart(
                new ConnectionTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofMillis(1)),
                request -> request.path().equals("/large")
                        ? new WireAnswer(200, Map.of(), new byte[64 * 1024 * 1024])
                        : WireAnswer.plain(200, "fine"));
        for (int i = 0; i < MOST; i++) {
            var stuck = greeted(i % 2 == 0 ? "TLSv1.2" : "TLSv1.3");
            crowd.add(stuck);
            send(stuck, "GET /large HTTP/1.1\r\nHost: x\r\n\r\n");
            stuck.getInputStream().readNBytes(1);
        }
        // Each of them has a place, and all are given back.
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void bringsWhatIsBeingAnsweredToItsEnd() throws Exception {
        var asked = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        restart(ConnectionTimeouts.USUAL, request -> {
            asked.countDown();
            await(goOn);
            return WireAnswer.plain(200, "done");
        });
        try (var busy = greeted("TLSv1.3")) {
            send(busy, GET);
            assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
            var closing = new Thread(front::close);
            closing.start();
            goOn.countDown();
            assertThat(rest(busy)).endsWith("done\n");
            closing.join();
        }
    }

    @Test
    void goesOnAfterGreetingsOfAllKinds() throws IOException {
        for (int length = 0; length < 200; length += 7) {
            try (var socket = connect()) {
                var greeting = new byte[length];
                Arrays.fill(greeting, (byte) length);
                System.arraycopy(HALF_A_GREETING, 0, greeting, 0, Math.min(length, HALF_A_GREETING.length));
                socket.getOutputStream().write(greeting);
                socket.shutdownOutput();
                assertThat(end(socket)).isTrue();
            }
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    private void restart(ConnectionTimeouts timeouts, Endpoint endpoint) {
        front.close();
        front = start(timeouts, endpoint);
    }

    private SimulatorHttpServer start(ConnectionTimeouts timeouts, Endpoint endpoint) {
        return SimulatorHttpServer.start(
                new ListenAddress(InetAddress.getLoopbackAddress(), 0, Optional.of(identity.context())),
                endpoint,
                Clock.systemUTC(),
                timeouts,
                MOST,
                task -> {
                    var thread = new Thread(task);
                    thread.setDaemon(true);
                    return thread;
                });
    }

    private String call() throws IOException {
        try (var socket = greeted("TLSv1.3")) {
            send(socket, LAST);
            return rest(socket);
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private SSLSocket greeted(String protocol) throws IOException {
        var socket = (SSLSocket)
                identity.trusting().getSocketFactory().createSocket(connect(), "localhost", front.port(), true);
        socket.setEnabledProtocols(new String[] {protocol});
        var checked = socket.getSSLParameters();
        checked.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(checked);
        socket.startHandshake();
        assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String answer(Socket socket) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("fine\n") < 0) {
            text.append((char) socket.getInputStream().read());
        }
        return text.toString();
    }

    private static String rest(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    /** Whether the server ends a connection, in whatever way. */
    private static boolean end(Socket socket) throws IOException {
        try {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException goesOn) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
