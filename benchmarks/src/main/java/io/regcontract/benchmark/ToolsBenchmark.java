package io.regcontract.benchmark;

import io.regcontract.suite.replay.PostmanCollection;
import io.regcontract.suite.replay.ReplayPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * The same drive of all 43 codes by Newman, by Karate and by the suite, each as a whole process, near and far. Newman
 * and Karate assert code, name and length of the token; the suite checks everything it checks and keeps its evidence.
 */
final class ToolsBenchmark {

    private final BenchmarkWorkspace workshop;

    ToolsBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    /** What a process took by the clock and of the processors, and how many calls of the API it made. */
    private record Taken(double seconds, double processor, long calls) {}

    /** One who takes part: a command for a service at an address. */
    @FunctionalInterface
    private interface Contender {
        ProcessBuilder command(RemoteSimulator simulator, Path directory);
    }

    void run() throws IOException, InterruptedException {
        var inFlight = workshop.number("in-flight", 16);
        var runs = workshop.number("runs", 5);
        var directory = workshop.directory("tools-" + System.currentTimeMillis());
        var drive = workshop.plan(directory.resolve("recorded"));
        var collection = Files.writeString(directory.resolve("collection.json"), PostmanCollection.of(drive));
        KarateFeatures.write(drive, directory.resolve("features"));
        var contenders = new LinkedHashMap<String, Contender>();
        contenders.put("suite, " + inFlight + " in flight", (simulator, here) -> new SuiteProcess(workshop, here)
                .command(simulator, inFlight, "--scope", "codes"));
        contenders.put("Newman", newman(collection));
        contenders.put("Karate, " + inFlight + " in flight", karate(directory.resolve("features"), inFlight));
        System.out.printf(
                "%d requirements of %d codes, %d requests in the drive; %d runs each%n",
                drive.scripts().size(),
                drive.scripts().stream().map(ReplayPlan.Script::code).distinct().count(),
                drive.requests(),
                runs);
        for (var latency : workshop.word("latencies", "0,100").split(",", -1)) {
            compare(contenders, Integer.parseInt(latency), runs, directory);
        }
    }

    private void compare(Map<String, Contender> contenders, int latency, int runs, Path directory)
            throws IOException, InterruptedException {
        var taken = new LinkedHashMap<String, List<Taken>>();
        var order = new ArrayList<>(contenders.keySet());
        for (int turn = 0; turn < runs; turn++) {
            Collections.rotate(order, 1);
            for (var name : order) {
                var here = Files.createDirectories(
                        directory.resolve(latency + "ms-" + turn + "-" + name.split("[, ]", 2)[0]));
                taken.computeIfAbsent(name, none -> new ArrayList<>())
                        .add(once(contenders.getOrDefault(name, this::nobody), latency, here));
            }
        }
        System.out.printf(
                "%n| at %d ms, whole process | s | range | this / suite | processor time, s | calls of the API |%n",
                latency);
        System.out.println("|---|---:|---|---:|---:|---:|");
        var ours = seconds(taken.getOrDefault(contenders.keySet().iterator().next(), List.of()));
        contenders.keySet().forEach(name -> {
            var theirs = taken.getOrDefault(name, List.of());
            var figures = new Measurements(seconds(theirs));
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f to %.2f | %.2f | %.1f | %d |%n",
                    name,
                    figures.median(),
                    figures.sorted().get(0),
                    figures.sorted().get(figures.sorted().size() - 1),
                    Measurements.ratios(seconds(theirs), ours).median(),
                    new Measurements(theirs.stream().map(Taken::processor).toList()).median(),
                    theirs.get(0).calls());
        });
    }

    private static List<Double> seconds(List<Taken> taken) {
        return taken.stream().map(Taken::seconds).toList();
    }

    private ProcessBuilder nobody(RemoteSimulator simulator, Path directory) {
        throw new IllegalStateException("nobody of that name takes part");
    }

    /** Each contender gets a warmed-up simulator of its own. */
    private Taken once(Contender contender, int latency, Path directory) throws IOException, InterruptedException {
        try (var simulator = RemoteSimulator.start(workshop.command(), latency)) {
            var command = contender.command(simulator, directory);
            var arguments = new ArrayList<>(command.command());
            var times = directory.resolve("times.txt").toAbsolutePath();
            // The shell's own count of what its children used of the processors.
            arguments.addAll(0, List.of("sh", "-c", "\"$@\"; e=$?; times > '" + times + "'; exit $e", "sh"));
            command.command(arguments);
            command.redirectErrorStream(true)
                    .redirectOutput(directory.resolve("output.txt").toFile());
            var begin = System.nanoTime();
            var exit = command.start().waitFor();
            var seconds = BenchmarkWorkspace.seconds(System.nanoTime() - begin);
            if (exit != 0) {
                throw new IllegalStateException(
                        "exit " + exit + ", see " + directory.resolve("output.txt") + ": " + command.command());
            }
            return new Taken(seconds, processor(Files.readString(times)), simulator.calls());
        }
    }

    private Contender newman(Path collection) throws IOException, InterruptedException {
        var program = NpmTool.installed(workshop, "newman", workshop.word("newman", "6.2.2"), "newman");
        return (simulator, directory) -> new ProcessBuilder(
                program.toString(),
                "run",
                collection.toString(),
                "--env-var",
                "baseUrl=" + simulator.address(),
                "--env-var",
                "ownerClientId=" + simulator.access().ownerClientId(),
                "--env-var",
                "ownerClientSecret=" + simulator.access().ownerClientSecret(),
                "--env-var",
                "loginClientId=" + simulator.access().loginClientId(),
                "--env-var",
                "controlToken=" + simulator.access().controlToken());
    }

    private Contender karate(Path features, int inFlight) throws IOException, InterruptedException {
        var home = workshop.directory("karate");
        if (!Files.exists(home.resolve("lib"))) {
            ended(new ProcessBuilder(
                    workshop.root().resolve("mvnw").toString(),
                    "-q",
                    "-B",
                    "-ntp",
                    "-f",
                    workshop.root().resolve("benchmarks/karate/pom.xml").toString(),
                    "-Dkarate.version=" + workshop.word("karate", "1.5.2"),
                    "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:copy-dependencies",
                    "-DoutputDirectory=" + home.resolve("lib").toAbsolutePath()));
        }
        return (simulator, directory) -> new ProcessBuilder(Arrays.asList(
                        java(),
                        "-DbaseUrl=" + simulator.address(),
                        "-DownerClientId=" + simulator.access().ownerClientId(),
                        "-DownerClientSecret=" + simulator.access().ownerClientSecret(),
                        "-DloginClientId=" + simulator.access().loginClientId(),
                        "-DcontrolToken=" + simulator.access().controlToken(),
                        "-Dprefix=" + prefix(),
                        "-cp",
                        home.resolve("lib").toAbsolutePath() + "/*",
                        "com.intuit.karate.Main",
                        "-T",
                        Integer.toString(inFlight),
                        "-o",
                        directory.toAbsolutePath().toString(),
                        "-g",
                        features.toAbsolutePath().toString(),
                        features.toAbsolutePath().toString()))
                .directory(directory.toFile());
    }

    /** The second line of what times says: user and system of the children, as 0m1.20s 0m0.31s. */
    private static double processor(String times) {
        var sum = 0.0;
        for (var part : times.lines().toList().get(1).split(" ", -1)) {
            var numbers = part.replace("s", "").split("m", 2);
            sum += 60 * Double.parseDouble(numbers[0]) + Double.parseDouble(numbers[1]);
        }
        return sum;
    }

    private static String prefix() {
        return "b" + UUID.randomUUID().toString().substring(0, 13) + "-";
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void ended(ProcessBuilder command) throws IOException, InterruptedException {
        if (command.inheritIO().start().waitFor() != 0) {
            throw new IllegalStateException("failed: " + command.command());
        }
    }
}
