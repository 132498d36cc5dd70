package io.regcontract.pair.run;

import io.regcontract.contract.KnownRequirements;
import io.regcontract.contract.input.RunId;
import io.regcontract.contract.text.SafeText;
import io.regcontract.report.record.ExchangeReader;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.plan.RunSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be done for a pair: the same requirements in the same order for both halves. Where a half is a recorded run, the
 * other one is driven as that was.
 *
 * @param old what is to be replaced
 * @param now what takes its place
 */
public record PairPlan(PlannedHalf old, PlannedHalf now) {

    /**
     * Makes it. Sends nothing.
     *
     * @param variables of the process, to which profiles refer
     * @throws InvalidSettingsException when something cannot be used, in words for a person
     */
    public static PairPlan of(PairOptions options, Map<String, String> variables) {
        var run = options.run().isBlank() ? RunSettings.newRunId() : options.run();
        if (!RunId.is(run)) {
            throw new InvalidSettingsException(RunId.problem(run) + " Name the pair otherwise, with --run ID.");
        }
        var old = Named.of("OLD", options.old(), options.root());
        var now = Named.of("NEW", options.now(), options.root());
        var terms = terms(options, run, List.of(old, now), variables);
        return new PairPlan(
                old.planned(run + "-old", options, terms, variables),
                now.planned(run + "-new", options, terms, variables));
    }

    /** What both halves have in common. */
    private record Terms(String scope, String seed) {}

    private static Terms terms(PairOptions options, String run, List<Named> halves, Map<String, String> variables) {
        var recorded = halves.stream().flatMap(half -> half.header().stream()).findFirst();
        if (recorded.isPresent()) {
            if (!recorded.get().complete() && !options.select()) {
                throw new InvalidSettingsException("The recorded run is of a part only ("
                        + SafeText.typed(recorded.get().selection())
                        + "): give the same selection, with --code, --operation or --req.");
            }
            return new Terms(
                    KnownRequirements.load()
                            .scopeOf(recorded.get().catalogue())
                            .map(KnownRequirements.Scope::word)
                            .orElseThrow(() -> new InvalidSettingsException(
                                    "The recorded run has a catalogue of requirements that this version does not know."
                                            + " Drive NEW by the version that recorded it.")),
                    String.valueOf(recorded.get().seed()));
        }
        return new Terms(
                options.scope().isBlank() ? scope(options, run, halves, variables) : options.scope(),
                options.seed().isBlank() ? String.valueOf(run.hashCode() & 0x7fffffffL) : options.seed());
    }

    /** The scope that suits both: the matrix where both are simulators, else the codes. */
    private static String scope(PairOptions options, String run, List<Named> halves, Map<String, String> variables) {
        boolean guarded = halves.stream().anyMatch(half -> RunPlan.withoutSecrets(
                        new RunSettings(half.text(), RunOptions.NONE, run, options.root(), variables))
                .profile()
                .guarded());
        return (guarded ? KnownRequirements.Scope.CODES : KnownRequirements.Scope.MATRIX).word();
    }

    /**
     * A half as it was named.
     *
     * @param directory of a recorded run; empty for a profile
     * @param header of that
     */
    private record Named(String text, Optional<Path> directory, Optional<RecordHeader> header) {

        static Named of(String side, String typed, Path root) {
            if (typed.isBlank()) {
                throw new InvalidSettingsException(
                        side + " is empty: name a profile, or the directory of a recorded run.");
            }
            var directory = directory(side, typed, root);
            if (directory.isEmpty()) {
                return new Named(typed, Optional.empty(), Optional.empty());
            }
            var header = files(directory.get()).stream()
                    .flatMap(file -> ExchangeReader.header(file, Optional.empty()).stream())
                    .findFirst();
            if (header.isEmpty()) {
                throw new InvalidSettingsException(side + " " + SafeText.typed(typed)
                        + " is a directory without the record of a run: name one that has observations-*.jsonl.");
            }
            return new Named(typed, directory, header);
        }

        /** A profile is a plain name; what has a separator in it, or is no profile and a directory, is a record. */
        private static Optional<Path> directory(String side, String typed, Path root) {
            try {
                var path = Path.of(typed);
                boolean plain = path.getNameCount() == 1 && !path.isAbsolute() && !typed.matches(".*[/\\\\].*");
                boolean profile = plain
                        && Files.isRegularFile(
                                root.resolve("environments/profiles").resolve(typed + ".yaml"));
                if (profile || (plain && !Files.isDirectory(path))) {
                    return Optional.empty();
                }
                if (!Files.isDirectory(path)) {
                    throw new InvalidSettingsException(side + " " + SafeText.typed(typed) + " is not there.");
                }
                return Optional.of(path.toAbsolutePath().normalize());
            } catch (InvalidPathException noPath) {
                throw new InvalidSettingsException(
                        side + " " + SafeText.typed(typed) + " is neither the name of a profile nor a directory.");
            }
        }

        private static List<Path> files(Path directory) {
            try (var files = Files.newDirectoryStream(directory, "observations-*.jsonl")) {
                var all = new ArrayList<Path>();
                files.forEach(all::add);
                all.sort(null);
                return all;
            } catch (IOException unreadable) {
                return List.of();
            }
        }

        PlannedHalf planned(String run, PairOptions options, Terms terms, Map<String, String> variables) {
            if (directory.isPresent()) {
                return new PlannedHalf.Recorded(directory.get());
            }
            var attempt = RunSettings.newAttempt();
            var settings = new RunSettings(
                    text,
                    new RunOptions(
                            terms.scope(),
                            "",
                            options.requirements(),
                            options.codes(),
                            options.operations(),
                            "",
                            terms.seed(),
                            options.threads(),
                            confirmation(options)),
                    run,
                    attempt,
                    options.root(),
                    variables);
            // Whatever is wrong with either half is said before the first call to any.
            RunPlan.withoutSecrets(settings);
            return new PlannedHalf.ToDrive(
                    settings.runDirectory().toAbsolutePath().normalize(), text, attempt, arguments(settings));
        }

        private String confirmation(PairOptions options) {
            return options.confirmed().stream().filter(text::equals).findFirst().orElse("");
        }

        private static List<String> arguments(RunSettings settings) {
            var options = settings.options();
            var arguments = new ArrayList<>(List.of("run", "--env", settings.environment()));
            arguments.addAll(List.of("--root", settings.root().toString()));
            arguments.addAll(List.of("--run", settings.runId(), "--attempt", settings.attempt()));
            var typed = List.of(
                    Map.entry("--scope", options.scope()),
                    Map.entry("--seed", options.seed()),
                    Map.entry("--req", options.requirements()),
                    Map.entry("--code", options.codes()),
                    Map.entry("--operation", options.operations()),
                    Map.entry("--threads", options.threads()),
                    Map.entry("--confirm", options.confirmation()));
            typed.stream()
                    .filter(option -> !option.getValue().isBlank())
                    .forEach(option ->
                            arguments.add(String.format(Locale.ROOT, "%s=%s", option.getKey(), option.getValue())));
            return arguments;
        }
    }
}
