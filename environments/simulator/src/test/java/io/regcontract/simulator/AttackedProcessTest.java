package io.regcontract.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * A simulator with little memory is attacked through real sockets. A second application answers before, while the
 * attack stands, and after it; threads and memory return to what they were.
 */
@Tag("long")
class AttackedProcessTest {

    /** More than a shared cache or a log may keep between two attacks, and much less than one attack sends. */
    private static final long KEPT = 2L * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** What somebody does to the simulator. Each is held open while the neighbour is asked. */
    enum Attack {
        HEADS_OF_MANY_MEGABYTES(8) {
            @Override
            void send(Socket socket) throws IOException {
                var line = ("x: " + "a".repeat(380 * 1024) + "\r\n").getBytes(StandardCharsets.US_ASCII);
                write(socket, "GET / HTTP/1.1\r\nHost: x\r\n");
                for (int i = 0; i < 195; i++) {
                    socket.getOutputStream().write(line);
                }
            }
        },
        IDLE_CROWD(2_100) {
            @Override
            void send(Socket socket) {
                // To be there is all that it does.
            }
        },
        HALF_A_HEAD(300) {
            @Override
            void send(Socket socket) throws IOException {
                write(socket, "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Le");
            }
        },
        HALF_A_BODY(300) {
            @Override
            void send(Socket socket) throws IOException {
                write(socket, "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 1000000\r\n\r\ntype_name=");
            }
        },
        BODIES_OF_MANY_MEGABYTES(40) {
            @Override
            void send(Socket socket) throws IOException {
                write(socket, "POST /entity HTTP/1.1\r\nHost: x\r\nContent-Length: 8000000\r\n\r\na=");
                sendWithoutWaiting(socket, "a".repeat(7_900_000));
            }
        },
        QUERIES_OF_MANY_KILOBYTES(300) {
            @Override
            void send(Socket socket) {
                sendWithoutWaiting(socket, "GET /entity?a=" + "a".repeat(370 * 1024));
            }
        },
        NESTED_JSON(20) {
            @Override
            void send(Socket socket) throws IOException {
                call(socket, "/entity.create", "attributes", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}");
            }
        },
        LONG_NUMBERS(4) {
            @Override
            void send(Socket socket) throws IOException {
                call(socket, "/entity.find", "filter", "id = " + "9".repeat(1_000_000));
            }
        },
        LONG_PATHS(20) {
            @Override
            void send(Socket socket) throws IOException {
                call(socket, "/entity.find", "filter", "a" + ".a".repeat(2_000) + " = 1");
            }
        },
        DEEP_FILTERS(4) {
            @Override
            void send(Socket socket) throws IOException {
                call(socket, "/entity.find", "filter", "(".repeat(1_000_000));
            }
        },
        NO_FRAMING(50) {
            @Override
            void send(Socket socket) throws IOException {
                write(
                        socket,
                        "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\nff");
            }
        };

        private final int callers;

        Attack(int callers) {
            this.callers = callers;
        }

        abstract void send(Socket socket) throws IOException;

        static void write(Socket socket, String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        }

        /** For what the simulator leaves unread while it reads others: a caller that sends it waits, in a thread of its own. */
        static void sendWithoutWaiting(Socket socket, String text) {
            var sender = new Thread(() -> {
                try {
                    write(socket, text);
                } catch (IOException refused) {
                    // The simulator hung up, or the attack is over.
                }
            });
            sender.setDaemon(true);
            sender.start();
        }

        static void call(Socket socket, String path, String name, String value) throws IOException {
            var form = SimulatorFixture.form("type_name", "user", name, value);
            write(
                    socket,
                    "POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                            + SimulatorFixture.basic("owner", "owner-secret")
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                            + "\r\n\r\n" + form);
        }
    }

    @ParameterizedTest
    @EnumSource
    void returnsToWhatItWasAndServesOthersAllTheTime(Attack attack) throws Exception {
        survives(attack, false);
    }

    @ParameterizedTest
    @CsvSource({"NESTED_JSON", "LONG_NUMBERS", "HALF_A_BODY"})
    void doesSoWithAStateFileToo(Attack attack) throws Exception {
        survives(attack, true);
    }

    private void survives(Attack attack, boolean durable) throws Exception {
        var options = new ArrayList<>(List.of("--control-token", "control"));
        if (durable) {
            options.addAll(List.of("--state", directory.resolve("state.db").toString()));
        }
        try (var running = RunningSimulator.start(List.of("-Xmx160m"), options)) {
            var jvm = RunningJvm.of(running.process());
            var neighbour = neighbour(running);
            // What is loaded and made once is there after a first attack.
            attack(attack, running, neighbour);
            long threads = settled(jvm);
            long bytes = jvm.livingBytes();
            for (int i = 0; i < 3; i++) {
                attack(attack, running, neighbour);
            }
            await(() -> assertThat(jvm.threads()).isLessThanOrEqualTo(threads));
            await(() -> assertThat(jvm.livingBytes()).isLessThan(bytes + KEPT));
            assertThat(running.process().isAlive()).isTrue();
        }
    }

    private static void attack(Attack attack, RunningSimulator running, JsonNode neighbour) throws IOException {
        answers(running, neighbour);
        var crowd = new ArrayList<Socket>();
        try {
            for (int i = 0; i < attack.callers; i++) {
                var socket = new Socket(
                        InetAddress.getLoopbackAddress(), running.address().getPort());
                crowd.add(socket);
                try {
                    attack.send(socket);
                } catch (SocketException refused) {
                    // The simulator hung up in the middle, as it may.
                }
            }
            answers(running, neighbour);
        } finally {
            for (var socket : crowd) {
                socket.close();
            }
        }
        answers(running, neighbour);
    }

    /** The count of threads, once two counts are the same. */
    private static long settled(RunningJvm jvm) throws IOException, InterruptedException {
        long before = -1;
        long now = jvm.threads();
        while (now != before) {
            before = now;
            now = jvm.threads();
        }
        return now;
    }

    /** Threads and answers end a moment after their connections: looks until it is so, or patience has ended. */
    private static void await(ThrowingRunnable expected) throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                expected.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
            }
        }
    }

    private static JsonNode neighbour(RunningSimulator running) throws IOException {
        try (var connection = new RawConnection(running.address())) {
            var made = connection.answer(new WireRequest(
                    "POST",
                    "/control/v1/applications",
                    "",
                    Map.of("host", List.of("localhost"), "authorization", List.of("Bearer control")),
                    "{\"name\":\"neighbour\"}".getBytes(StandardCharsets.US_ASCII),
                    InetAddress.getLoopbackAddress()));
            return Json.read(new String(made.body(), StandardCharsets.UTF_8));
        }
    }

    /** The neighbour comes, writes and reads. Its connection gives up after twenty seconds. */
    private static void answers(RunningSimulator running, JsonNode neighbour) throws IOException {
        try (var connection = new RawConnection(running.address())) {
            succeeds(connection, neighbour, "/settings/set", SimulatorFixture.form("key", "k", "value", "v"));
            succeeds(connection, neighbour, "/entity.count", SimulatorFixture.form("type_name", "user"));
        }
    }

    private static void succeeds(RawConnection connection, JsonNode neighbour, String path, String form)
            throws IOException {
        var credentials = SimulatorFixture.basic(
                neighbour.path("ownerClientId").asString(),
                neighbour.path("ownerClientSecret").asString());
        var answer = connection.answer(new WireRequest(
                "POST",
                path,
                "",
                Map.of(
                        "host", List.of("x"),
                        "authorization", List.of(credentials),
                        "content-type", List.of("application/x-www-form-urlencoded")),
                form.getBytes(StandardCharsets.US_ASCII),
                InetAddress.getLoopbackAddress()));
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).contains("\"stat\":\"ok\"");
    }

    private interface ThrowingRunnable {
        void run() throws IOException, InterruptedException;
    }
}
