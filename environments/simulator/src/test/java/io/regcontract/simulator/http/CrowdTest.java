package io.regcontract.simulator.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.wire.Endpoint;
import io.regcontract.simulator.wire.WireAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that comes when no place, thread or memory is left is served all the same, or the next one is. */
class CrowdTest {

    private static final int MOST = 20;
    private static final Endpoint OK = request -> WireAnswer.plain(200, "fine");

    private final AtomicBoolean noThreads = new AtomicBoolean();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final List<Socket> crowd = new ArrayList<>();
    private SimulatorHttpServer front = start(OK);

    @AfterEach
    void stop() throws IOException {
        for (var socket : crowd) {
            socket.close();
        }
        front.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET / HTTP/1.1\r\nHost: x\r\n\r\n"})
    void servesWhoComesWhileOthersDoNothing(String before) throws IOException {
        for (int i = 0; i < 3 * MOST; i++) {
            crowd.add(connect(before));
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void servesWhoComesWhileOthersDoNotComeToTheEndOfTheirRequests() throws IOException {
        for (int i = 0; i < 3 * MOST; i++) {
            crowd.add(connect("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"));
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void endsNoOneWhoWaitsForAnAnswer() throws Exception {
        var asked = new CountDownLatch(MOST - 1);
        var goOn = new CountDownLatch(1);
        restart(request -> {
            if (request.path().equals("/slow")) {
                asked.countDown();
                await(goOn);
            }
            return WireAnswer.plain(200, "fine");
        });
        for (int i = 0; i < MOST - 1; i++) {
            crowd.add(connect("GET /slow HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"));
        }
        assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
        for (int i = 0; i < MOST; i++) {
            crowd.add(connect(""));
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
        goOn.countDown();
        for (var waiting : crowd.subList(0, MOST - 1)) {
            assertThat(rest(waiting)).startsWith("HTTP/1.1 200 ").endsWith("fine\n");
        }
    }

    @Test
    void goesOnWhenNoThreadCanBeHadForAWhile() throws IOException {
        noThreads.set(true);
        try (var unlucky = connect("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            assertThat(rest(unlucky)).isEmpty();
        }
        noThreads.set(false);
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void takesTheThreadOfOneWhoDoesNothingWhenThereIsNoOther() throws IOException {
        crowd.add(connect("GET / HTTP/1.1\r\nHost: x\r\n\r\n"));
        crowd.get(0).getInputStream().readNBytes(1);
        noThreads.set(true);
        assertThat(call()).startsWith("HTTP/1.1 200 ");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnAfterOneRequestTookAllMemory(boolean stack) throws Exception {
        restart(request -> {
            if (request.path().equals("/bomb")) {
                throw stack ? new StackOverflowError() : new OutOfMemoryError("Java heap space");
            }
            return WireAnswer.plain(200, "fine");
        });
        for (int i = 0; i < 3 * MOST; i++) {
            try (var bomb = connect("GET /bomb HTTP/1.1\r\nHost: x\r\n\r\n")) {
                assertThat(rest(bomb)).isEmpty();
            }
        }
        assertThat(call()).startsWith("HTTP/1.1 200 ");
        // Every place is free again, and no thread has stayed behind.
        front.close();
        for (var thread : threads) {
            thread.join(20_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private String call() throws IOException {
        try (var socket = connect("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            return rest(socket);
        }
    }

    /** Gives up only when the server surely hangs: after much less than anyone may stay idle. */
    private Socket connect(String sent) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), front.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        } catch (java.net.SocketTimeoutException hangs) {
            throw hangs;
        } catch (IOException reset) {
            return "";
        }
    }

    private void restart(Endpoint endpoint) {
        front.close();
        front = start(endpoint);
    }

    private SimulatorHttpServer start(Endpoint endpoint) {
        ThreadFactory factory = task -> {
            if (noThreads.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            var thread = new Thread(task);
            thread.setDaemon(true);
            threads.add(thread);
            return thread;
        };
        return SimulatorHttpServer.start(
                ListenAddress.plain(InetAddress.getLoopbackAddress(), 0),
                endpoint,
                Clock.systemUTC(),
                ConnectionTimeouts.USUAL,
                MOST,
                factory);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
