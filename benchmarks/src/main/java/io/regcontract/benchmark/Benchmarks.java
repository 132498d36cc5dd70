package io.regcontract.benchmark;

import java.io.IOException;
import java.util.List;

/** Runs one benchmark, the one whose name comes first among the arguments. What it prints goes to BENCHMARKS.md. */
public final class Benchmarks {

    private Benchmarks() {}

    /** Takes a name and {@code key=value} pairs, as the module's build passes them. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        var workshop = BenchmarkWorkspace.of(List.of(arguments).subList(1, arguments.length));
        System.out.println(workshop.machine());
        switch (arguments[0]) {
            case "overhead" -> new OverheadBenchmark(workshop).run();
            case "distance" -> new LatencyBenchmark(workshop).run();
            case "tools" -> new ToolsBenchmark(workshop).run();
            case "shards" -> new ShardingBenchmark(workshop).run();
            case "proxy" -> new ProxyBenchmark(workshop).run();
            case "judge" -> new JudgeBenchmark(workshop).run();
            case "records" -> new RecordsBenchmark(workshop).run();
            case "build" -> new WarmBuildBenchmark(workshop).run();
            default ->
                throw new IllegalArgumentException("there is no benchmark '" + arguments[0]
                        + "'. Known: overhead, distance, tools, shards, proxy, judge, records, build.");
        }
        System.exit(0);
    }
}
