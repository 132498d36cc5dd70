package io.regcontract.suite.plan;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Capability;
import io.regcontract.environment.Profile;
import io.regcontract.environment.loading.Environments;
import io.regcontract.environment.loading.ProfileException;
import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.scenario.Scenario;
import java.util.List;
import java.util.Set;

/**
 * What a run would do, worked out before anything is sent.
 *
 * @param settings what was asked
 * @param contract what is promised
 * @param profile where
 * @param catalogue everything that could be asked of the service in this scope
 * @param selection the part that was chosen, in words; empty for all
 * @param shard which slice of it
 * @param seed what the order of execution comes from
 * @param threads how many scenarios at a time
 * @param scenarios what to attempt, in the order of the report
 */
public record RunPlan(
        RunSettings settings,
        Contract contract,
        Profile profile,
        ScenarioCatalogue catalogue,
        String selection,
        Shard shard,
        long seed,
        int threads,
        List<Scenario<?>> scenarios) {

    public RunPlan {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * Plans a run. Sends nothing.
     *
     * @throws InvalidSettingsException when it cannot be done, in words for a person
     */
    public static RunPlan of(RunSettings settings) {
        return of(settings, Environments.in(settings.profiles(), settings.processEnvironment()));
    }

    /**
     * Plans a run that is only shown. Reads no secret and no id that the profile refers to.
     *
     * @throws InvalidSettingsException when it cannot be done, in words for a person
     */
    public static RunPlan withoutSecrets(RunSettings settings) {
        return of(
                settings,
                Environments.in(settings.profiles(), settings.processEnvironment())
                        .withoutSecrets());
    }

    private static RunPlan of(RunSettings settings, Environments environments) {
        var options = settings.options();
        var contract = Contract.load();
        var shard = shard(settings);
        var named = profile(settings, environments);
        var profile = shard.total() == 1 ? named : named.shared();
        var selection = RequirementSelection.of(options, new PreviousRuns(settings.runs()));
        var catalogue = catalogue(options, selection, profile);
        var chosen = catalogue.scenarios().stream()
                .filter(scenario -> selection.holds(scenario.requirement()))
                .toList();
        if (chosen.isEmpty()) {
            throw new InvalidSettingsException("nothing matches " + selection
                    + ": no requirement would be driven. ./mvnw -Dplan verify -Dscope=operations lists them all.");
        }
        if (catalogue.scenarios().stream().noneMatch(scenario -> profile.operations()
                .holds(scenario.requirement().operation()))) {
            throw new InvalidSettingsException("nothing is in scope: none of the operations that the profile "
                    + profile.name() + " lists has a requirement in this scope. List more under operations, or choose"
                    + " -Dscope=operations.");
        }
        return new RunPlan(
                settings,
                contract,
                profile,
                catalogue,
                selection.toString(),
                shard,
                seed(settings),
                threads(settings, profile),
                chosen.stream()
                        .filter(scenario -> shard.holds(scenario.requirement().id()))
                        .toList());
    }

    /** What the environment lets the suite do, as far as its profile tells. */
    public Set<Capability> capabilities() {
        return profile.capabilities();
    }

    /** The examination of answers, with the errata and readings that the profile accepts. */
    public Examination examination() {
        return new Examination(
                profile.acceptedErrata().stream()
                        .flatMap(accepted -> contract.erratum(accepted.id()).stream())
                        .toList(),
                profile.acceptedReadings().stream()
                        .flatMap(accepted -> contract.reading(accepted.id()).stream())
                        .toList());
    }

    private static Profile profile(RunSettings settings, Environments environments) {
        try {
            return environments.named(settings.environment());
        } catch (ProfileException e) {
            throw new InvalidSettingsException(e.getMessage());
        }
    }

    /**
     * Default scope: the matrix on a simulator, the codes on a guarded environment. A selection without a scope
     * searches all scopes.
     */
    private static ScenarioCatalogue catalogue(RunOptions options, RequirementSelection selection, Profile profile) {
        try {
            if (!options.scope().isBlank()) {
                return ScenarioCatalogue.of(ScenarioCatalogue.Scope.named(options.scope()));
            }
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage());
        }
        if (!options.select()) {
            return ScenarioCatalogue.of(
                    profile.guarded() ? ScenarioCatalogue.Scope.CODES : ScenarioCatalogue.Scope.MATRIX);
        }
        var whole = ScenarioCatalogue.whole();
        var byHand = ScenarioCatalogue.byHand();
        return whole.scenarios().stream()
                        .filter(scenario -> selection.holds(scenario.requirement()))
                        .allMatch(scenario ->
                                byHand.ids().contains(scenario.requirement().id()))
                ? byHand
                : whole;
    }

    private static Shard shard(RunSettings settings) {
        try {
            return switch (settings.options().shard()) {
                case "" -> Shard.WHOLE;
                case "ci" -> Shard.ofCi(settings.processEnvironment());
                default -> Shard.parse(settings.options().shard());
            };
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingsException(e.getMessage());
        }
    }

    /** The shard that was asked for; the whole if the option cannot be read. */
    public static Shard shardOrWhole(RunSettings settings) {
        try {
            return shard(settings);
        } catch (InvalidSettingsException unknown) {
            return Shard.WHOLE;
        }
    }

    /** The seed of the order: different in each run by default, and the same for all shards of a run. */
    private static long seed(RunSettings settings) {
        var asked = settings.options().seed();
        if (asked.isBlank()) {
            return settings.runId().hashCode() & 0x7fffffffL;
        }
        try {
            return Long.parseLong(asked);
        } catch (NumberFormatException e) {
            throw new InvalidSettingsException("'" + asked + "' is no seed: write a whole number, as in -Dseed=7.");
        }
    }

    /** The embedded simulator shares this machine; more scenarios at a time than it can process would only wait. */
    private static int threads(RunSettings settings, Profile profile) {
        var most = profile.pace().inFlight();
        var asked = settings.options().threads();
        if (asked.isBlank()) {
            return profile.embedded() ? Math.min(most, 2 * Runtime.getRuntime().availableProcessors()) : most;
        }
        try {
            var threads = Integer.parseInt(asked);
            if (threads >= 1 && threads <= most) {
                return threads;
            }
        } catch (NumberFormatException notANumber) {
            // Not a number: rejected below.
        }
        throw new InvalidSettingsException(
                "'" + asked + "' is no number of threads here: from 1 to " + most + ", the profile's pace.in-flight.");
    }
}
