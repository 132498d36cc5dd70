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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Judges a generated HAR in a process of its own with {@code -Xmx512m}, and prints a table for BENCHMARKS.md. Time is
 * from the first exchange to the written record, without the start of Java; processor time is that of the whole process.
 *
 * <pre>java -cp CLASSES-OF-THE-TESTS io.regcontract.traffic.benchmark.TrafficBenchmark DIRECTORY [EXCHANGES...]</pre>
 */
public final class TrafficBenchmark {

    private static final String JUDGE = "judge";

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
                "Java %s, %d processors, -Xmx512m%n%n",
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        System.out.println(
                "| exchanges | HAR | threads | wall clock | exchanges a second | processor time | most memory |");
        System.out.println("|---:|---:|---:|---:|---:|---:|---:|");
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
                            "-Xmx512m",
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
        long begun = System.nanoTime();
        var run = JudgeRun.of(plan, false, threads, Clock.systemUTC(), read -> {});
        double seconds = (System.nanoTime() - begun) / 1e9;
        long processor =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
        System.out.printf(
                Locale.ROOT,
                "| %,d | %,d MB | %d | %.1f s | %,.0f | %.1f s | %s |%n",
                run.summary().judged(),
                Files.size(har) / 1_000_000,
                threads,
                seconds,
                run.summary().exchanges() / seconds,
                processor / 1e9,
                mostMemory());
    }

    private static String mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .map(line -> Integer.parseInt(line.replaceAll("\\D", "")) / 1024 + " MB")
                .findFirst()
                .orElse("unknown");
    }
}
