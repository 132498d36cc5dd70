package io.regcontract.suite.run;

import io.regcontract.check.Examination;
import io.regcontract.contract.Contract;
import io.regcontract.environment.Accepted;
import io.regcontract.environment.Environments;
import io.regcontract.environment.KindExpectations;
import io.regcontract.environment.Profile;
import io.regcontract.environment.ProfileException;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.RecordHeader;
import io.regcontract.suite.observe.RecordedRequirement;
import io.regcontract.suite.observe.RunRecord;
import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.scenario.Scenario;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One run: an environment, the scenarios to attempt there, and the record of what was seen. A run that cannot begin has
 * no scenarios and a record that says why, so that the gate can tell it from a run that never was.
 */
public final class SuiteRun implements AutoCloseable {

    private final Settings settings;
    private final Contract contract;
    private final RunRecord record;
    private final List<Scenario<?>> scenarios;
    private final Optional<Ready> ready;
    private final String environment;

    /** What only a run that could begin has. */
    private record Ready(OpenEnvironment environment, Engine engine) {}

    private SuiteRun(
            Settings settings,
            Contract contract,
            RunRecord record,
            List<Scenario<?>> scenarios,
            Optional<Ready> ready,
            String environment) {
        this.settings = settings;
        this.contract = contract;
        this.record = record;
        this.scenarios = scenarios;
        this.ready = ready;
        this.environment = environment;
    }

    /** Opens the environment the settings name and begins the record. */
    public static SuiteRun begin(Settings settings) {
        var contract = Contract.load();
        Catalogue catalogue;
        Shard shard;
        try {
            catalogue = Catalogue.of(Catalogue.Scope.named(settings.scope()));
            shard = Shard.parse(settings.shard());
        } catch (IllegalArgumentException e) {
            return refused(settings, contract, Catalogue.byHand(), Clock.systemUTC(), e.getMessage());
        }
        var clock = Clock.systemUTC();
        Profile profile;
        try {
            profile = Environments.in(settings.profiles(), settings.processEnvironment())
                    .named(settings.environment());
        } catch (ProfileException e) {
            return refused(settings, contract, catalogue, clock, e.getMessage());
        }
        // The end of the run id: what this run makes in a shared environment must not meet what the last one made.
        var prefix = "rc" + settings.runId().replaceAll("[^A-Za-z0-9]", "").toLowerCase(Locale.ROOT)
                + (shard.equals(Shard.WHOLE) ? "-" : "s" + shard.index() + "-");
        var environment = OpenEnvironment.of(profile, prefix, clock);
        var surroundings = environment.surroundings();
        var header = new RecordHeader(
                settings.runId(),
                new RecordHeader.Environment(
                        profile.name(),
                        profile.kind().name(),
                        profile.dialect().name(),
                        // Its port is another each time, and would make two shards look like two environments.
                        profile.embedded()
                                ? "embedded"
                                : surroundings.http().baseAddress().toString(),
                        surroundings.capabilities(),
                        profile.acceptedErrata().stream().map(Accepted::id).toList(),
                        profile.acceptedReadings().stream().map(Accepted::id).toList(),
                        KindExpectations.load().notDrivableIn(profile.kind())),
                shard,
                0,
                catalogue.ids(),
                catalogue.ids());
        var record = RunRecord.begin(settings.runDirectory(), header, clock);
        return new SuiteRun(
                settings,
                contract,
                record,
                catalogue.scenarios().stream()
                        .filter(scenario -> shard.holds(scenario.requirement().id()))
                        .toList(),
                Optional.of(new Ready(
                        environment, new Engine(contract, surroundings, examination(contract, profile), clock))),
                profile.name());
    }

    private static Examination examination(Contract contract, Profile profile) {
        return new Examination(
                profile.acceptedErrata().stream()
                        .flatMap(accepted -> contract.erratum(accepted.id()).stream())
                        .toList(),
                profile.acceptedReadings().stream()
                        .flatMap(accepted -> contract.reading(accepted.id()).stream())
                        .toList());
    }

    private static SuiteRun refused(
            Settings settings, Contract contract, Catalogue catalogue, Clock clock, String problem) {
        var header = new RecordHeader(
                settings.runId(),
                RecordHeader.Environment.unknown(settings.environment()),
                Shard.WHOLE,
                0,
                catalogue.ids(),
                Set.of());
        var record = RunRecord.begin(settings.runDirectory(), header, clock);
        record.refuse(
                2,
                problem.replaceAll("\\R+", "; "),
                "Mend the profile or the option; another environment is chosen with -Denv=NAME.");
        return new SuiteRun(settings, contract, record, List.of(), Optional.empty(), settings.environment());
    }

    /** What to attempt, in order of report; empty when the run was refused. */
    public List<Scenario<?>> scenarios() {
        return scenarios;
    }

    public Contract contract() {
        return contract;
    }

    public Settings settings() {
        return settings;
    }

    /** Name of the environment. */
    public String environment() {
        return environment;
    }

    /** Attempts a scenario and puts what was seen on record. */
    public Observation observe(Scenario<?> scenario) {
        var observation = ready.orElseThrow().engine().observe(scenario);
        record.add(observation, RecordedRequirement.of(scenario.requirement(), contract));
        return observation;
    }

    @Override
    public void close() {
        ready.ifPresent(open -> open.environment().close());
        record.close();
    }
}
