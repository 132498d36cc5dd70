package io.regcontract.benchmark;

import io.regcontract.suite.replay.ReplayPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * The directories and options of a benchmark run.
 *
 * @param root the project's directory
 * @param wishes everything that was said, by name
 */
record BenchmarkWorkspace(Path root, Map<String, String> wishes) {

    private static final String PROFILE = "benchmark.yaml";

    static BenchmarkWorkspace of(List<String> pairs) {
        var wishes = new HashMap<String, String>();
        pairs.stream()
                .flatMap(text -> Arrays.stream(text.strip().split("\\s+", -1)))
                .filter(text -> !text.isEmpty())
                .forEach(pair -> {
                    var parts = pair.split("=", 2);
                    if (parts.length < 2) {
                        throw new IllegalArgumentException("'" + pair + "' says nothing: write name=value.");
                    }
                    wishes.put(parts[0], parts[1]);
                });
        return new BenchmarkWorkspace(Path.of(wishes.getOrDefault("root", "..")), wishes);
    }

    /** A whole number that may be wished for. */
    int number(String name, int usual) {
        return Integer.parseInt(wishes.getOrDefault(name, Integer.toString(usual)));
    }

    /** A word that may be wished for. */
    String word(String name, String usual) {
        return wishes.getOrDefault(name, usual);
    }

    /** A directory under this module's target, made when it is missing. */
    Path directory(String name) {
        try {
            return Files.createDirectories(root.resolve("benchmarks/target").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the profile of the benchmarks where a run looks for it. */
    Path withProfile(Path project) {
        try (var profile = Objects.requireNonNull(BenchmarkWorkspace.class.getResourceAsStream(PROFILE))) {
            var profiles = Files.createDirectories(project.resolve("environments/profiles"));
            Files.write(profiles.resolve(PROFILE), profile.readAllBytes());
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records the suite and returns what it asks for. */
    ReplayPlan plan(Path directory) throws IOException {
        try (var one = RemoteSimulator.start(command(), 0, "one");
                var other = RemoteSimulator.start(command(), 0, "other")) {
            return ReplayPlan.record(one.access(), other.access(), directory);
        }
    }

    /** The script that starts regcontract.jar as its users do. */
    Path command() {
        built("distribution/target/regcontract.jar");
        return built("distribution/bin/regcontract").toAbsolutePath();
    }

    /** The program itself. */
    Path archive() {
        return built("distribution/target/regcontract.jar").toAbsolutePath();
    }

    private Path built(String path) {
        var file = root.resolve(path);
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: build it with ./mvnw package.");
        }
        return file;
    }

    /** What the figures were made on. */
    String machine() {
        return String.format(
                Locale.ROOT,
                "Java %s, %d processors, load %.1f at the start, %s",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                java.time.LocalDate.now(java.time.Clock.systemUTC()));
    }

    static double seconds(long nanos) {
        return nanos / (double) TimeUnit.SECONDS.toNanos(1);
    }
}
