package io.regcontract.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A build that has nothing to compile, beside a bare one: what does ./mvnw verify take, and what takes it? */
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
            build(ours(environment));
            var skeleton = SkeletonProject.write(workshop, workshop.directory("skeleton"), requests());
            build(skeleton.verify());
            var figures = new ArrayList<Double>();
            var bare = new ArrayList<Double>();
            List<Step> steps = List.of();
            for (int run = 0; run < runs; run++) {
                steps = build(ours(environment));
                figures.add(sum(steps));
                bare.add(sum(build(skeleton.verify())));
            }
            print("verify -Denv=" + environment + " -Dscope=" + workshop.word("scope", "matrix"), figures);
            steps.stream()
                    .sorted((a, b) -> Double.compare(b.seconds(), a.seconds()))
                    .limit(8)
                    .forEach(step -> System.out.printf(Locale.ROOT, "  %5.1f s  %s%n", step.seconds(), step.name()));
            print("the skeleton, with " + requests() + " requests", bare);
            System.out.printf(
                    Locale.ROOT,
                    "ratio, median of pairs: %.2f%n",
                    Measurements.ratios(figures, bare).median());
        }
    }

    private static void print(String name, List<Double> figures) {
        var sorted = new Measurements(figures);
        System.out.printf(
                Locale.ROOT,
                "%n%s: median of %d %.1f s (%.1f to %.1f), one to warm up%n",
                name,
                figures.size(),
                sorted.median(),
                sorted.sorted().get(0),
                sorted.sorted().get(figures.size() - 1));
    }

    private static double sum(List<Step> steps) {
        return steps.stream().mapToDouble(Step::seconds).sum();
    }

    /** As many as the last run made, with those into the API log. */
    private int requests() throws IOException {
        var runs = workshop.root().resolve("contract-tests/target/regcontract/runs");
        try (var directories = Files.list(runs)) {
            var last = directories
                    .filter(run -> run.getFileName().toString().matches("[0-9]{8}T[0-9]+Z"))
                    .max(Comparator.comparing(run -> run.getFileName().toString()))
                    .orElseThrow(() -> new IOException("no run is under " + runs));
            var times = RunRecordTimes.read(last);
            return times.exchanges() + times.lookUps();
        }
    }

    private ProcessBuilder ours(String environment) {
        return new ProcessBuilder(
                        workshop.root().resolve("mvnw").toAbsolutePath().toString(),
                        "-B",
                        "-ntp",
                        "-Denv=" + environment,
                        "-Dscope=" + workshop.word("scope", "matrix"),
                        "verify")
                .directory(workshop.root().toFile())
                .redirectErrorStream(true);
    }

    private static List<Step> build(ProcessBuilder command) throws IOException, InterruptedException {
        var process = command.start();
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
