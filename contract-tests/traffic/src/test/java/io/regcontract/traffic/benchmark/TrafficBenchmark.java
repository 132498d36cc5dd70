package io.regcontract.traffic.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.regcontract.traffic.cli.JudgeOptions;
import io.regcontract.traffic.cli.JudgePlan;
import io.regcontract.traffic.cli.JudgeRun;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Judges a generated HAR in a process of its own with {@code -Xmx256m}, and prints a table for BENCHMARKS.md. Time is
 * from the first exchange to the written record, without the start of Java; processor time is that of the whole process.
 *
 * <pre>java -cp CLASSES-OF-THE-TESTS io.regcontract.traffic.benchmark.TrafficBenchmark DIRECTORY [EXCHANGES...]</pre>
 */
public final class TrafficBenchmark {

    private static final String JUDGE = "judge";
    private static final int STEP = 50_000;

    private TrafficBenchmark() {}

    @Command
    private static final class Options {
        @Mixin
        private JudgeOptions options = new JudgeOptions();
    }

    /**
     * Measures.
     *
     * @param arguments a directory to work in, and how many exchanges to judge: 100000 and 1000000 when left out
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals(JUDGE)) {
            judge(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            return;
        }
        var work = Files.createDirectories(Path.of(arguments[0]));
        System.out.printf(
                Locale.ROOT,
                "Java %s, %d processors, -Xmx256m%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        System.out.println(
                "| exchanges | HAR | threads | wall clock | exchanges a second | after the first 50,000 | processor time | of an"
                        + " exchange after the first 50,000 | most memory |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|---:|---:|");
        var sizes = arguments.length > 1
                ? List.of(arguments).subList(1, arguments.length).stream()
                        .map(Integer::parseInt)
                        .toList()
                : List.of(100_000, 1_000_000);
        for (int exchanges : sizes) {
            var har = work.resolve("traffic-" + exchanges + ".har");
            if (!Files.exists(har)) {
                GeneratedTraffic.write(har, exchanges);
            }
            var child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TrafficBenchmark.class.getName(),
                            JUDGE,
                            har.toString(),
                            Integer.toString(Runtime.getRuntime().availableProcessors()))
                    .inheritIO()
                    .start();
            if (child.waitFor() != 0) {
                throw new IllegalStateException("the judging failed with exit code " + child.exitValue());
            }
        }
    }

    private static void judge(Path har, int threads) throws IOException {
        var command = new Options();
        new CommandLine(command).parseArgs(har.toString(), "--host", "*.janraincapture.com");
        var records = Files.createTempDirectory(har.getParent(), "records");
        var plan = JudgePlan.of(command.options, records, records, Map.of());
        var start = new Mark(0);
        var read = new AtomicLong();
        var marks = new ArrayList<Mark>();
        var run = JudgeRun.of(plan, false, threads, Clock.systemUTC(), more -> {
            if (read.addAndGet(more) >= STEP * (marks.size() + 1L)) {
                marks.add(new Mark(read.get()));
            }
        });
        var end = new Mark(read.get());
        var warm = marks.isEmpty() ? start : marks.get(0);
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d MB | %d | %.1f s | %,.0f | %,.0f | %.1f s | %.0f µs | %s |%n",
                run.summary().judged(),
                Files.size(har) / 1_000_000,
                threads,
                end.secondsSince(start),
                end.exchanges / end.secondsSince(start),
                (end.exchanges - warm.exchanges) / end.secondsSince(warm),
                end.processor / 1e9,
                (end.processor - warm.processor) / 1e3 / (end.exchanges - warm.exchanges),
                mostMemory());
    }

    /** How far it was at a moment, and what it had taken. */
    private static final class Mark {
        private final long exchanges;
        private final long at = System.nanoTime();
        private final long processor =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();

        Mark(long exchanges) {
            this.exchanges = exchanges;
        }

        double secondsSince(Mark earlier) {
            return (at - earlier.at) / 1e9;
        }
    }

    private static String mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }
}
