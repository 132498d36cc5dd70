package io.regcontract.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
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

/** What a proxy adds to a call, and how many calls pass it: nothing between, regcontract, mitmproxy, and Prism, in turn. */
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
                var ours = RunningProxy.ours(workshop, service.address());
                var mitmproxy = RunningProxy.mitmproxy(service.address());
                var prism = RunningProxy.prism(workshop, service.address())) {
            var ways = new LinkedHashMap<String, URI>();
            ways.put("nothing between", service.address());
            ways.put("regcontract proxy", ours.address());
            ways.put("mitmdump", mitmproxy.address());
            ways.put("Prism's proxy", prism.address());
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
}
