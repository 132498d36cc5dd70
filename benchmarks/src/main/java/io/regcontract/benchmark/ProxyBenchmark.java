package io.regcontract.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What a proxy adds to a call, and how many calls pass it: nothing between, regcontract, and mitmproxy, in turn. */
final class ProxyBenchmark {

    private static final String BODY =
            "id=1&type_name=user&client_id=benchmark&client_secret=benchmark-secret-of-nobody";
    private static final byte[] REQUEST = ("POST /entity HTTP/1.1\r\nHost: service\r\nAccept: application/json\r\n"
                    + "User-Agent: benchmark\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII);

    private final BenchmarkWorkspace workshop;

    ProxyBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    /** What was measured of one way. */
    private record Way(List<Double> p50, List<Double> p99, List<Double> rate) {
        Way() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    void run() throws IOException, InterruptedException {
        var rounds = workshop.number("rounds", 7);
        var connections = workshop.number("connections", 16);
        var span = TimeUnit.MILLISECONDS.toNanos(workshop.number("millis", 2000));
        try (var service = new CannedService();
                var ours = Standing.ours(workshop, service.address());
                var theirs = Standing.mitmproxy(service.address())) {
            var ways = new LinkedHashMap<String, URI>();
            ways.put("nothing between", service.address());
            ways.put("regcontract proxy", ours.address());
            ways.put("mitmdump", theirs.address());
            var measured = new LinkedHashMap<String, Way>();
            // The first round warms up.
            for (var round = 0; round <= rounds; round++) {
                for (var way : ways.entrySet()) {
                    var one = calls(way.getValue(), 1, span);
                    var many = calls(way.getValue(), connections, span);
                    if (round > 0) {
                        var figures = measured.computeIfAbsent(way.getKey(), name -> new Way());
                        figures.p50().add(percentile(one, 50));
                        figures.p99().add(percentile(one, 99));
                        figures.rate().add(many.length / BenchmarkWorkspace.seconds(span));
                    }
                }
            }
            print(measured, rounds, connections);
        }
    }

    private static void print(Map<String, Way> measured, int rounds, int connections) {
        System.out.printf(
                "%n| medians of %d rounds | p50, ms | p99, ms | added at p50, ms | calls a second, %d connections |%n",
                rounds, connections);
        System.out.println("|---|---:|---:|---:|---:|");
        var bare = new Measurements(measured.get("nothing between").p50()).median();
        measured.forEach((name, way) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.3f | %.3f | %.3f | %.0f (%s) |%n",
                name,
                new Measurements(way.p50()).median(),
                new Measurements(way.p99()).median(),
                new Measurements(way.p50()).median() - bare,
                new Measurements(way.rate()).median(),
                new Measurements(way.rate()).interval()));
    }

    /** Calls, each connection one after the other, and returns what they took in nanoseconds. */
    private static long[] calls(URI address, int connections, long span) throws InterruptedException {
        var pool = Executors.newFixedThreadPool(connections);
        try {
            var end = System.nanoTime() + span;
            Callable<long[]> calling = () -> calls(address, end);
            var all = new ArrayList<long[]>();
            for (var done : pool.invokeAll(Collections.nCopies(connections, calling))) {
                all.add(done.get());
            }
            return all.stream().flatMapToLong(Arrays::stream).toArray();
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            pool.shutdownNow();
        }
    }

    private static long[] calls(URI address, long end) throws IOException {
        var took = new long[1024];
        var count = 0;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            socket.setTcpNoDelay(true);
            var in = new BufferedInputStream(socket.getInputStream());
            for (var begun = System.nanoTime(); begun < end; begun = System.nanoTime()) {
                socket.getOutputStream().write(REQUEST);
                if (CannedService.HttpMessages.read(in) == 0) {
                    throw new IOException("the connection ended at " + address);
                }
                if (count == took.length) {
                    took = Arrays.copyOf(took, 2 * count);
                }
                took[count++] = System.nanoTime() - begun;
            }
        }
        return Arrays.copyOf(took, count);
    }

    private static double percentile(long[] nanos, int percent) {
        var sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) ((long) sorted.length * percent / 100)] / 1e6;
    }

    /** A proxy in a process of its own. */
    private record Standing(Process process, URI address) implements AutoCloseable {

        static Standing ours(BenchmarkWorkspace workshop, URI service) throws IOException {
            var directory =
                    workshop.directory("proxy-" + System.currentTimeMillis()).toString();
            var builder = new ProcessBuilder(
                    workshop.command().toString(),
                    "proxy",
                    "--upstream=" + service,
                    "--records=" + directory,
                    "--out=" + directory,
                    "--history=" + directory);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            var process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            var out = process.inputReader();
            var ready = String.valueOf(out.readLine());
            if (!ready.contains("http")) {
                throw new IOException("the proxy did not start: " + ready);
            }
            var reading = new Thread(() -> readOn(out), "proxy-output");
            reading.setDaemon(true);
            reading.start();
            return new Standing(process, URI.create(ready.replaceFirst("proxy ready at ([^,]*),.*", "$1")));
        }

        /** Prints what comes after the verdicts, which says that all was judged. */
        private static void readOn(BufferedReader out) {
            out.lines()
                    .filter(line -> line.contains("exchanges") || line.contains("behind"))
                    .forEach(System.out::println);
        }

        static Standing mitmproxy(URI service) throws IOException {
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var process = new ProcessBuilder(
                            "mitmdump",
                            "-q",
                            "--mode",
                            "reverse:" + service,
                            "--listen-host",
                            "127.0.0.1",
                            "--listen-port",
                            Integer.toString(port))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            while (process.isAlive()) {
                try (var there = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    return new Standing(process, URI.create("http://127.0.0.1:" + there.getPort()));
                } catch (IOException notYet) {
                    Thread.onSpinWait();
                }
            }
            throw new IOException("mitmdump did not start; apt-get install mitmproxy");
        }

        @Override
        public void close() {
            process.toHandle().destroy();
            try {
                process.waitFor(60, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            process.destroyForcibly();
        }
    }
}
