package io.regcontract.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A build that has nothing to compile: what does ./mvnw verify take, and what takes it? */
final class WarmBuildBenchmark {

    private static final Pattern STEP = Pattern.compile("\\[INFO] --- ([^ ]+) \\(([^)]+)\\) @ ([^ ]+) ---");

    private final BenchmarkWorkspace workshop;

    WarmBuildBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    /** One step of a build and how long it took until the next began. */
    private record Step(String name, double seconds) {}

    void run() throws IOException, InterruptedException {
        var runs = workshop.number("runs", 3);
        for (var environment :
                workshop.word("environments", "simulator,simulator-observed").split(",", -1)) {
            build(environment);
            var figures = new ArrayList<Double>();
            List<Step> steps = List.of();
            for (int run = 0; run < runs; run++) {
                var begin = System.nanoTime();
                steps = build(environment);
                figures.add(BenchmarkWorkspace.seconds(System.nanoTime() - begin));
            }
            var sorted = new Measurements(figures);
            System.out.printf(
                    Locale.ROOT,
                    "%nverify -Denv=%s -Dscope=%s: median of %d %.1f s (%.1f to %.1f), one to warm up%n",
                    environment,
                    workshop.word("scope", "matrix"),
                    runs,
                    sorted.median(),
                    sorted.sorted().get(0),
                    sorted.sorted().get(runs - 1));
            steps.stream()
                    .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
                    .limit(8)
                    .forEach(step -> System.out.printf(Locale.ROOT, "  %5.1f s  %s%n", step.seconds(), step.name()));
        }
    }

    private List<Step> build(String environment) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        workshop.root().resolve("mvnw").toAbsolutePath().toString(),
                        "-B",
                        "-ntp",
                        "-Denv=" + environment,
                        "-Dscope=" + workshop.word("scope", "matrix"),
                        "verify")
                .directory(workshop.root().toFile())
                .redirectErrorStream(true)
                .start();
        var steps = new ArrayList<Step>();
        var output = new StringBuilder();
        var name = "Maven itself, to its first step";
        var begin = System.nanoTime();
        try (var lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                output.append(line).append('\n');
                var step = STEP.matcher(line);
                if (step.find()) {
                    steps.add(new Step(name, BenchmarkWorkspace.seconds(System.nanoTime() - begin)));
                    begin = System.nanoTime();
                    name = step.group(3) + ": " + step.group(1) + " (" + step.group(2) + ")";
                }
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the build failed:\n" + output);
        }
        steps.add(new Step(name, BenchmarkWorkspace.seconds(System.nanoTime() - begin)));
        return steps;
    }
}
