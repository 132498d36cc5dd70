package io.regcontract.benchmark;

import java.io.IOException;
import java.util.Locale;

/** Every requirement before a service that is far away: how close does a run come to the time its waiting alone takes? */
final class LatencyBenchmark {

    private final BenchmarkWorkspace workshop;

    LatencyBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    void run() throws IOException, InterruptedException {
        var inFlight = workshop.number("in-flight", 16);
        var latency = workshop.number("latency", 100);
        var runs = workshop.number("runs", 3);
        var suite = new SuiteProcess(workshop, workshop.directory("distance-" + System.currentTimeMillis()));
        System.out.printf(
                "%n| scope=%s, %d ms, %d in flight | requirements | exchanges | look-ups | wall of the"
                        + " scenarios, s | exchanges x latency / %d, s | ratio | ratio with look-ups |%n",
                workshop.word("scope", "operations"), latency, inFlight, inFlight);
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (int run = 1; run <= runs; run++) {
            try (var simulator = RemoteSimulator.start(workshop.command(), latency)) {
                var seen = suite.run(
                        "distance" + run, simulator, inFlight, "--scope", workshop.word("scope", "operations"));
                var floor = seen.floorSeconds(latency, inFlight);
                System.out.printf(
                        Locale.ROOT,
                        "| run %d | %d | %d | %d | %.1f | %.1f | %.3f | %.3f |%n",
                        run,
                        seen.requirements(),
                        seen.exchanges(),
                        seen.lookUps(),
                        seen.wallSeconds(),
                        floor,
                        seen.wallSeconds() / floor,
                        seen.wallSeconds() / seen.floorSecondsWithLookUps(latency, inFlight));
            }
        }
    }
}
