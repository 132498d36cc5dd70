package io.regcontract.suite.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.regcontract.contract.model.ErrorCode;
import io.regcontract.simulator.SpokenDialect;
import io.regcontract.simulator.control.ErrorDrill;
import io.regcontract.suite.selftest.FullLength;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every drill, at every operation that it names, leads a correct call to the documented error and lets it succeed once
 * it is undone. Without -Pproof it is one operation of each drill.
 */
final class EveryDrillTest {

    private static final int THREADS = 3;
    private static final int CROWD = 16;

    /** Only a call that is wrong in itself leads to these. */
    private static final List<Integer> OF_THE_CALLER_ALONE = List.of(100, 200, 201, 205, 234, 320);

    /** A drill at an operation, and what is wrong with it. */
    private record Proven(OfferedDrill drill, String operation, Optional<String> fault) {
        @Override
        public String toString() {
            return drill.name() + " at " + operation + ": " + fault.orElse("proven");
        }
    }

    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void leadsToItsErrorAtOneOfItsOperations(SpokenDialect dialect) throws IOException, InterruptedException {
        prove(dialect, 1);
    }

    @Tag("long")
    @ParameterizedTest
    @EnumSource(SpokenDialect.class)
    void leadsToItsErrorAtEachOfItsOperations(SpokenDialect dialect) throws IOException, InterruptedException {
        prove(dialect, Integer.MAX_VALUE);
    }

    /** Each in an application of its own in one simulator; what one drill changes, no other call meets. */
    @Tag("sized")
    @Test
    void sixteenAtOnceDoNotMeetEachOther() throws IOException, InterruptedException {
        try (var environment = new DrillEnvironment(SpokenDialect.DOCUMENTED, CROWD)) {
            var proof = new DrillProof(environment);
            var pairs = new ArrayList<Map.Entry<OfferedDrill, String>>();
            environment.offered().forEach(drill -> drill.operations()
                    .forEach(path -> pairs.add(Map.entry(drill, path))));
            var seeds = FullLength.orElse(50, 2);
            for (int seed = 0; seed < seeds; seed++) {
                Collections.shuffle(pairs, new Random(seed));
                var together = new CyclicBarrier(CROWD);
                var crowd = pairs.subList(0, CROWD).stream()
                        .map(pair -> (Callable<Proven>) () -> {
                            together.await(1, TimeUnit.MINUTES);
                            return new Proven(
                                    pair.getKey(), pair.getValue(), proof.fault(pair.getKey(), pair.getValue()));
                        })
                        .toList();
                assertThat(inParallel(crowd, CROWD).stream()
                                .filter(each -> each.fault().isPresent()))
                        .as("seed " + seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void thereIsOneForEachErrorThatCanBefallACorrectCaller() throws IOException, InterruptedException {
        try (var environment = new DrillEnvironment(SpokenDialect.DOCUMENTED, 1)) {
            var codes = environment.offered().stream().map(OfferedDrill::code).collect(Collectors.toSet());
            assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::code).filter(code -> !codes.contains(code)))
                    .as(
                            "the codes that have no drill; one that only the caller can cause stands in OF_THE_CALLER_ALONE")
                    .containsExactlyElementsOf(OF_THE_CALLER_ALONE);
        }
    }

    private static void prove(SpokenDialect dialect, int operationsOfEach) throws IOException, InterruptedException {
        try (var environment = new DrillEnvironment(dialect, THREADS)) {
            var offered = environment.offered();
            assertThat(offered.stream().map(OfferedDrill::name))
                    .doesNotHaveDuplicates()
                    .isSubsetOf(Arrays.stream(ErrorDrill.values())
                            .map(ErrorDrill::publicName)
                            .toList());
            assertThat(offered).isNotEmpty().allSatisfy(drill -> assertThat(drill.operations())
                    .as(drill.name())
                    .isNotEmpty());
            var proof = new DrillProof(environment);
            var pairs = new ArrayList<Callable<Proven>>();
            for (var drill : offered) {
                drill.operations().stream()
                        .limit(operationsOfEach)
                        .forEach(path -> pairs.add(() -> new Proven(drill, path, proof.fault(drill, path))));
            }
            var proven = inParallel(pairs, THREADS);
            report(dialect, proven);
            assertThat(proven.stream().filter(each -> each.fault().isPresent())).isEmpty();
            assertThat(proven)
                    .hasSize(offered.stream()
                            .mapToInt(drill -> Math.min(drill.operations().size(), operationsOfEach))
                            .sum());
        }
    }

    private static List<Proven> inParallel(List<Callable<Proven>> pairs, int atOnce) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(atOnce);
        try {
            var proven = new ArrayList<Proven>();
            for (var pair : threads.invokeAll(pairs)) {
                proven.add(pair.get());
            }
            return proven;
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    /** Figures for people, beside the results of the tests: how many pairs of each drill are proven. */
    private static void report(SpokenDialect dialect, List<Proven> proven) throws IOException {
        var name = dialect.name().toLowerCase(Locale.ROOT);
        var ofDrill = new TreeMap<String, int[]>();
        var operations = new TreeSet<String>();
        for (var each : proven) {
            var line = String.format(
                    Locale.ROOT, "%3d %s", each.drill().code(), each.drill().name());
            var count = ofDrill.computeIfAbsent(line, unused -> new int[2]);
            count[0] += each.fault().isEmpty() ? 1 : 0;
            count[1]++;
            operations.add(each.operation());
        }
        var sum = String.format(
                Locale.ROOT,
                "%s: %d drills, %d operations, %d of %d pairs proven",
                name,
                ofDrill.size(),
                operations.size(),
                proven.stream().filter(each -> each.fault().isEmpty()).count(),
                proven.size());
        var text = new StringBuilder();
        ofDrill.forEach((drill, count) ->
                text.append(String.format(Locale.ROOT, "%-50s %4d of %4d%n", drill, count[0], count[1])));
        System.out.println(sum);
        Files.writeString(Files.createDirectories(Path.of("target/drills")).resolve(name + ".txt"), text + sum + "\n");
    }
}
