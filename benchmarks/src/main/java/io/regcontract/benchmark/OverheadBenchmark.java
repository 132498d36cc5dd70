package io.regcontract.benchmark;

import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import io.regcontract.contract.Contract;
import io.regcontract.suite.allure.AllureEvidence;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.replay.ReplayPlan;
import io.regcontract.suite.replay.SequentialRun;
import io.regcontract.suite.replay.ServiceAccess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;

/**
 * What the suite costs over a bare loop that sends the same requests one after the other and only reads code and name.
 * All take turns in one process, in an order that changes with each turn, before one simulator in another process.
 */
final class OverheadBenchmark {

    private static final String OURS = "suite: checks, run record";
    private static final String WITH_ALLURE = "suite: checks, run record, Allure";
    private static final String BARE = "bare REST-assured";
    private static final String TUNED = "bare REST-assured, set up as ours";
    private static final String SPLIT = "the same, control plane by java.net.http";
    private static final String JDK = "bare java.net.http";

    private final BenchmarkWorkspace workshop;

    OverheadBenchmark(BenchmarkWorkspace workshop) {
        this.workshop = workshop;
    }

    void run() throws IOException {
        var pairs = workshop.number("pairs", 15);
        var warmUp = workshop.number("warm-up", 8);
        var root = workshop.directory("overhead-" + System.currentTimeMillis());
        var drive = workshop.plan(root.resolve("recorded"));
        try (var simulator = RemoteSimulator.start(workshop.command(), 0)) {
            var ours = new SequentialRun(root.resolve("ours"));
            var service = simulator.address();
            var allure = new AllureLifecycle(new FileSystemResultsWriter(root.resolve("allure-results")));
            var evidence = new AllureEvidence(Contract.load(), "benchmark", allure);
            var contenders = new LinkedHashMap<String, DoubleSupplier>();
            contenders.put(OURS, () -> seconds(ours.of(simulator.access(), observation -> {})));
            contenders.put(
                    WITH_ALLURE, () -> seconds(ours.of(simulator.access(), seen -> write(allure, evidence, seen))));
            contenders.put(BARE, bare(drive, simulator.access(), BenchmarkClients.restAssured(service)));
            contenders.put(TUNED, bare(drive, simulator.access(), BenchmarkClients.restAssuredTuned(service)));
            contenders.put(
                    SPLIT,
                    bare(
                            drive,
                            simulator.access(),
                            BenchmarkClients.split(
                                    BenchmarkClients.restAssuredTuned(service), BenchmarkClients.jdk(service))));
            contenders.put(JDK, bare(drive, simulator.access(), BenchmarkClients.jdk(service)));
            System.out.printf(
                    "%d requirements, %d requests; %d turns after %d to warm up%n%n",
                    drive.scripts().size(), drive.requests(), pairs, warmUp);
            var times = turns(contenders, warmUp, pairs);
            table(times);
        }
    }

    /** What Allure's listener of JUnit does around a row. */
    private static void write(AllureLifecycle allure, AllureEvidence evidence, Observation seen) {
        var result = new TestResult().setUuid(UUID.randomUUID().toString());
        allure.scheduleTestCase(result);
        allure.startTestCase(result.getUuid());
        evidence.attach(seen, "");
        allure.stopTestCase(result.getUuid());
        allure.writeTestCase(result.getUuid());
    }

    private static double seconds(SequentialRun.Seen seen) {
        return seen.wall().toNanos() / 1e9;
    }

    private static DoubleSupplier bare(ReplayPlan drive, ServiceAccess service, Replay.Client client) {
        var replay = new Replay(drive, client);
        return () -> {
            var prefix = "b" + UUID.randomUUID().toString().substring(0, 13) + "-";
            var begin = System.nanoTime();
            replay.run(service, prefix);
            return BenchmarkWorkspace.seconds(System.nanoTime() - begin);
        };
    }

    private static Map<String, List<Double>> turns(Map<String, DoubleSupplier> contenders, int warmUp, int pairs) {
        var times = new LinkedHashMap<String, List<Double>>();
        contenders.keySet().forEach(name -> times.put(name, new ArrayList<>()));
        var order = new ArrayList<>(contenders.keySet());
        for (int turn = 0; turn < warmUp + pairs; turn++) {
            // The order is rotated, and reversed every other time, so that no contender always runs first or always
            // follows the same one.
            Collections.rotate(order, 1);
            Collections.reverse(order);
            var row = new StringBuilder();
            for (var name : order) {
                var taken = contenders.get(name).getAsDouble();
                if (turn >= warmUp) {
                    times.get(name).add(taken);
                }
                row.append(String.format(Locale.ROOT, "  %s %.2f", name, taken));
            }
            if (System.getProperty("turns") != null) {
                System.out.println(row);
            }
        }
        return times;
    }

    private static void table(Map<String, List<Double>> times) {
        System.out.println("| one at a time, s | median | suite / this | interval | with Allure / this | interval |");
        System.out.println("|---|---:|---:|---|---:|---|");
        times.forEach((name, taken) -> {
            var ratio = Measurements.ratios(times.get(OURS), taken);
            var withAllure = Measurements.ratios(times.get(WITH_ALLURE), taken);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.3f | %.2f | %s | %.2f | %s |%n",
                    name,
                    new Measurements(taken).median(),
                    ratio.median(),
                    ratio.interval(),
                    withAllure.median(),
                    withAllure.interval());
        });
    }
}
