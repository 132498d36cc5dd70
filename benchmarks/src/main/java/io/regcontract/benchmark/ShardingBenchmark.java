package io.regcontract.benchmark;

import java.io.IOException;
import java.util.Locale;

/** One run whole, and the same in shards one after the other: what does it cost to cut it? */
final class ShardingBenchmark {

    private final BenchmarkWorkspace workshop;

    ShardingBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    void run() throws IOException, InterruptedException {
        var inFlight = workshop.number("in-flight", 16);
        var latency = workshop.number("latency", 100);
        var shards = workshop.number("shards", 4);
        var scope = workshop.word("scope", "operations");
        var suite = new SuiteProcess(workshop, workshop.directory("shards-" + System.currentTimeMillis()));
        try (var simulator = RemoteSimulator.start(workshop.command(), latency)) {
            var whole = suite.run("whole", simulator, inFlight, "--scope", scope);
            System.out.printf(
                    "%n| scope=%s, %d ms, %d in flight | requirements | wall, s |%n", scope, latency, inFlight);
            System.out.println("|---|---:|---:|");
            row("whole", whole);
            var sum = 0.0;
            for (int shard = 1; shard <= shards; shard++) {
                var part = shard + "/" + shards;
                var seen = suite.run("shard" + shard, simulator, inFlight, "--scope", scope, "--shard", part);
                row("shard " + part, seen);
                sum += seen.wallSeconds();
            }
            System.out.printf(Locale.ROOT, "| sum of the shards / whole | | %.3f |%n", sum / whole.wallSeconds());
        }
    }

    private static void row(String name, RunRecordTimes seen) {
        System.out.printf(Locale.ROOT, "| %s | %d | %.1f |%n", name, seen.requirements(), seen.wallSeconds());
    }
}
