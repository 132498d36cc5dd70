package io.regcontract.simulator.benchmark;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The simulator beside WireMock with canned answers of the same bytes: time from the start of the process to the
 * first answer, and answers per second over connections that are kept alive. Both run in turn, on the same Java with
 * the same flags: the simulator with a state file, its API log, its request log and its control plane, for writes
 * also without the file; WireMock as it comes, and once more without its journal of requests, which makes it faster.
 */
public final class SimulatorBenchmark {

    private static final int STARTS = 7;
    private static final int ROUNDS = 5;
    private static final int CONNECTIONS = 8;
    private static final long WARM_UP_NANOS = TimeUnit.SECONDS.toNanos(8);
    private static final long MEASURED_NANOS = TimeUnit.SECONDS.toNanos(3);
    private static final String WRITES = "succeeding call, writes";
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("owner:owner-secret".getBytes(StandardCharsets.UTF_8));

    private final Path simulatorJar;
    private final Path wireMockJar;
    private final Path directory;

    private SimulatorBenchmark(Path simulatorJar, Path wireMockJar, Path directory) {
        this.simulatorJar = simulatorJar;
        this.wireMockJar = wireMockJar;
        this.directory = directory;
    }

    /** Takes regcontract.jar and the jar of WireMock. */
    public static void main(String[] jars) throws Exception {
        var directory = Files.createTempDirectory("regcontract-benchmark");
        new SimulatorBenchmark(Path.of(jars[0]), Path.of(jars[1]), directory).run();
    }

    private void run() throws Exception {
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, load %.1f, %d connections%n%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                CONNECTIONS);
        try (var simulator =
                        startSimulator("--state", directory.resolve("state.db").toString());
                var inMemory = startSimulator()) {
            var uuid = simulator.create();
            var calls = new TreeMap<String, byte[]>();
            calls.put("failing call (222)", request("/entity", "type_name=nothing&uuid=" + uuid));
            calls.put("succeeding call, reads", request("/entity?a=1", "type_name=user&uuid=" + uuid));
            calls.put(WRITES, request("/settings/set", "key=colour&value=blue"));
            var root = canned(simulator, calls);
            starts();
            try (var wireMock = startWireMock(root);
                    var withoutJournal = startWireMock(root, "--no-request-journal")) {
                System.out.printf(
                        "%n| answers per second, median of %d rounds of 3 s (processor time of the server for one, µs)"
                                + " | simulator | WireMock | ratio | without journal | ratio |%n|---|---|---|---|---|---|%n",
                        ROUNDS);
                for (var call : calls.entrySet()) {
                    compare(call.getKey(), call.getValue(), List.of(simulator, wireMock, withoutJournal));
                }
                compare(WRITES + ", in memory", calls.get(WRITES), List.of(inMemory, wireMock, withoutJournal));
            }
        }
    }

    private void starts() throws Exception {
        var archive =
                simulatorJar.resolveSibling("regcontract-simulator-" + System.getProperty("java.version") + ".jsa");
        var wireMockArchive = directory.resolve("wiremock.jsa");
        // It is written when the process ends in peace, as close() does not let it.
        try (var once =
                startWireMock(List.of("-XX:ArchiveClassesAtExit=" + wireMockArchive), directory.resolve("wiremock"))) {
            once.process().destroy();
            once.process().waitFor();
        }
        var names = List.of("simulator", "with archive", "WireMock", "with archive");
        var seconds = new double[names.size()][STARTS];
        for (int i = 0; i < STARTS; i++) {
            var state = directory.resolve("start-" + i + ".db").toString();
            seconds[0][i] = startTime(startSimulator("--state", state));
            seconds[1][i] = startTime(startSimulator(List.of(shared(archive)), "--state", state + "-archive"));
            seconds[2][i] = startTime(startWireMock(directory.resolve("wiremock")));
            seconds[3][i] = startTime(startWireMock(List.of(shared(wireMockArchive)), directory.resolve("wiremock")));
        }
        System.out.printf("| start of the process to first answer | median of %d, s | against the first |%n", STARTS);
        System.out.println("|---|---:|---:|");
        for (int i = 0; i < names.size(); i++) {
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f |%n",
                    names.get(i),
                    median(seconds[i]),
                    median(seconds[i]) / median(seconds[0]));
        }
    }

    private static String shared(Path archive) throws IOException {
        if (!Files.exists(archive)) {
            throw new IOException(archive + " is missing: build it with ./mvnw package, by the Java that runs this.");
        }
        return "-XX:SharedArchiveFile=" + archive;
    }

    private static double startTime(Server server) {
        server.close();
        return server.startSeconds();
    }

    private static void compare(String name, byte[] request, List<Server> servers) throws Exception {
        for (var server : servers) {
            server.load(request, WARM_UP_NANOS);
        }
        var figures = new double[servers.size()][ROUNDS];
        var costs = new double[servers.size()][ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < servers.size(); i++) {
                var before = servers.get(i).processorTime();
                long begin = System.nanoTime();
                figures[i][round] = servers.get(i).load(request, MEASURED_NANOS);
                double answers = figures[i][round] * (System.nanoTime() - begin) / 1e9;
                costs[i][round] = servers.get(i).processorTime().minus(before).toNanos() / 1e3 / answers;
            }
        }
        var row = new StringBuilder("| " + name);
        for (int i = 0; i < figures.length; i++) {
            row.append(String.format(Locale.ROOT, " | %.0f (%.0f)", median(figures[i]), median(costs[i])));
            if (i > 0) {
                row.append(String.format(Locale.ROOT, " | %.2f", median(figures[0]) / median(figures[i])));
            }
        }
        System.out.println(row.append(" |"));
    }

    /** WireMock's directory, with a mapping for every call that answers what the simulator answered. */
    private Path canned(Server simulator, Map<String, byte[]> calls) throws IOException {
        var root = directory.resolve("wiremock");
        var mappings = Files.createDirectories(root.resolve("mappings"));
        int number = 0;
        for (var request : calls.values()) {
            var url = new String(request, StandardCharsets.UTF_8).split(" ", 3)[1];
            String body;
            try (var connection = new Connection(simulator.port())) {
                body = connection.ask(request);
            }
            var mapping = "{\"request\":{\"method\":\"POST\",\"url\":\"" + url
                    + "\"},\"response\":{\"status\":200,\"headers\":"
                    + "{\"Content-Type\":\"application/json\",\"Cache-Control\":\"no-store\"},\"base64Body\":\""
                    + Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)) + "\"}}";
            Files.writeString(mappings.resolve(number + ".json"), mapping);
            number++;
            System.out.println(url + " answers " + body);
        }
        System.out.println();
        return root;
    }

    private Server startSimulator(String... more) throws IOException {
        return startSimulator(List.of(), more);
    }

    private Server startSimulator(List<String> options, String... more) throws IOException {
        return start(
                options,
                port -> Stream.concat(
                                Stream.of(
                                        "-jar",
                                        simulatorJar.toString(),
                                        "simulator",
                                        "--port",
                                        Integer.toString(port),
                                        "--owner-client-id",
                                        "owner",
                                        "--owner-client-secret",
                                        "owner-secret",
                                        "--login-client-id",
                                        "login",
                                        "--control-token",
                                        "control"),
                                Stream.of(more))
                        .toList(),
                request("/settings/keys", ""));
    }

    private Server startWireMock(Path root, String... more) throws IOException {
        return startWireMock(List.of(), root, more);
    }

    private Server startWireMock(List<String> options, Path root, String... more) throws IOException {
        return start(
                options,
                port -> Stream.concat(
                                Stream.of("-jar", wireMockJar.toString()),
                                Stream.concat(
                                        Stream.of(more),
                                        Stream.of(
                                                "--port",
                                                Integer.toString(port),
                                                "--bind-address",
                                                "127.0.0.1",
                                                "--root-dir",
                                                root.toString(),
                                                "--disable-banner")))
                        .toList(),
                request("/settings/set", "key=colour&value=blue"));
    }

    private interface Arguments {
        List<String> on(int port);
    }

    private static Server start(List<String> options, Arguments arguments, byte[] first) throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java")));
        command.addAll(options);
        command.addAll(arguments.on(port));
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (process.isAlive()) {
            try (var connection = new Connection(port)) {
                connection.ask(first);
                return new Server(process, port, (System.nanoTime() - begin) / 1e9);
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IOException("ended before it answered: " + command);
    }

    private static byte[] request(String url, String form) {
        return ("POST " + url + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + CREDENTIALS
                        + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                        + "\r\n\r\n" + form)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static double median(double[] figures) {
        var sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** A running process that answers on a port. */
    private record Server(Process process, int port, double startSeconds) implements AutoCloseable {

        String create() throws IOException {
            var form = "type_name=user&attributes="
                    + URLEncoder.encode(
                            "{\"email\":\"ada@example.com\",\"givenName\":\"Ada\"}", StandardCharsets.UTF_8);
            try (var connection = new Connection(port)) {
                var answer = connection.ask(request("/entity.create", form));
                int at = answer.indexOf("\"uuid\":\"") + 8;
                return answer.substring(at, at + 36);
            }
        }

        Duration processorTime() {
            return process.info().totalCpuDuration().orElse(Duration.ZERO);
        }

        /** Answers per second. */
        double load(byte[] request, long nanos) throws IOException {
            return LoadClient.answersPerSecond(port, request, CONNECTIONS, nanos);
        }

        @Override
        public void close() {
            process.destroyForcibly();
            try {
                process.waitFor();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** A connection for single calls. */
    private static final class Connection implements AutoCloseable {

        private final Socket socket;
        private final InputStream in;

        Connection(int port) throws IOException {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }

        /** The body of the answer. */
        String ask(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            if (!line().startsWith("HTTP/1.1 200")) {
                throw new IOException("not the answer that was asked for");
            }
            int length = -1;
            boolean chunked = false;
            for (var line = line(); !line.isEmpty(); line = line()) {
                if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
                    length = Integer.parseInt(line.substring(15).strip());
                }
                chunked |= line.regionMatches(true, 0, "Transfer-Encoding: chunked", 0, 26);
            }
            return chunked ? chunks() : new String(in.readNBytes(length), StandardCharsets.UTF_8);
        }

        private String chunks() throws IOException {
            var body = new ByteArrayOutputStream();
            for (int length = Integer.parseInt(line(), 16); length > 0; length = Integer.parseInt(line(), 16)) {
                body.writeBytes(in.readNBytes(length));
                line();
            }
            line();
            return body.toString(StandardCharsets.UTF_8);
        }

        private String line() throws IOException {
            var line = new StringBuilder(64);
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new IOException("the connection was closed");
                }
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
