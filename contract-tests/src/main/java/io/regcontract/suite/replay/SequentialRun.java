package io.regcontract.suite.replay;

import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.run.SuiteRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Drives what is written by hand of every code, one scenario at a time, always in the same order. */
public final class SequentialRun {

    private static final String PROFILE = "replay";

    private final Path root;
    private int runs;

    /**
     * A directory for the records of runs.
     *
     * @param root an empty directory that is made to look like a project: a profile goes in, records come out
     * @throws UncheckedIOException when it cannot be written
     */
    public SequentialRun(Path root) {
        this.root = root;
        try (var profile = Objects.requireNonNull(SequentialRun.class.getResourceAsStream(PROFILE + ".yaml"))) {
            var profiles = Files.createDirectories(root.resolve("environments/profiles"));
            Files.write(profiles.resolve(PROFILE + ".yaml"), profile.readAllBytes());
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
    public record Seen(String runId, List<Observation> observations, Duration wall) {}

    /**
     * Runs once, all that is written by hand.
     *
     * @param evidence takes each observation as it is made
     * @throws IllegalStateException when a requirement was not proven: what is recorded of such a run proves nothing
     */
    public Seen of(ServiceAccess service, Consumer<Observation> evidence) {
        return of(service, "", evidence);
    }

    /**
     * Runs once, some codes only.
     *
     * @param codes as {@code 361,21x}; all when empty
     */
    Seen of(ServiceAccess service, String codes, Consumer<Observation> evidence) {
        // A seed and one thread keep the order.
        var options = new RunOptions("codes", "", "", codes, "", "", "1", "1", "");
        var settings =
                new RunSettings(PROFILE, options, String.format("replay%08d", ++runs), root, service.environment());
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
            observations.forEach(SequentialRun::proven);
            return new Seen(
                    settings.runId(),
                    observations,
                    Duration.between(observations.get(0).startedAt(), ended));
        }
    }

    private static void proven(Observation observation) {
        if (!(observation.outcome() instanceof Observation.Outcome.Observed)
                || !observation.contradictions().isEmpty()) {
            throw new IllegalStateException(observation.requirement() + " was not proven: " + observation.outcome()
                    + " " + observation.contradictions());
        }
    }
}
