package io.regcontract.benchmark;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** The suite in this process, as its command line and its JUnit front use it: evidence on. */
final class InProcessSuiteRun {

    private static final String PROFILE = "benchmark.yaml";

    private final Path root;
    private int runs;

    /** @param root an empty directory that is made to look like a project: profiles go in, records come out */
    InProcessSuiteRun(Path root) {
        this.root = root;
    }

    /** Puts the profile of the benchmarks where a run looks for it. */
    static Path prepared(Path root) {
        try (var profile = Objects.requireNonNull(InProcessSuiteRun.class.getResourceAsStream(PROFILE))) {
            var profiles = Files.createDirectories(root.resolve("environments/profiles"));
            Files.write(profiles.resolve(PROFILE), profile.readAllBytes());
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a run saw.
     *
     * @param runId its id
     * @param observations in the order in which they were made
     * @param wall from the beginning of the first scenario to when the last one had been handed out
     */
    record Seen(String runId, List<Observation> observations, Duration wall) {}

    /** Drives what is written by hand, one scenario at a time, always in the same order. */
    Seen oneByOne(URI service, Consumer<Observation> evidence) {
        System.setProperty("regcontract.scope", "codes");
        System.setProperty("regcontract.threads", "1");
        System.setProperty("regcontract.seed", "1");
        var settings = new RunSettings(
                "benchmark",
                // As a build says it, which stays the same whatever else there will be to say.
                RunSettings.fromSystem().options(),
                String.format("bench%08d", ++runs),
                root,
                RemoteSimulator.variables(service));
        try (var run = SuiteRun.begin(settings)) {
            run.refusal().ifPresent(problem -> {
                throw new IllegalStateException(problem);
            });
            var observations = new ArrayList<Observation>();
            for (var scenario : run.scenarios()) {
                var observation = run.seen(scenario);
                evidence.accept(observation);
                observations.add(observation);
            }
            var ended = Instant.now();
            observations.sort(Comparator.comparing(Observation::startedAt));
            observations.forEach(InProcessSuiteRun::proven);
            return new Seen(
                    settings.runId(),
                    observations,
                    Duration.between(observations.get(0).startedAt(), ended));
        }
    }

    /** A figure of a run that did not prove what it set out to prove means nothing. */
    private static void proven(Observation observation) {
        if (!(observation.outcome() instanceof Observation.Outcome.Observed)
                || !observation.contradictions().isEmpty()) {
            throw new IllegalStateException(observation.requirement() + " was not proven: " + observation.outcome()
                    + " " + observation.contradictions());
        }
    }
}
