package io.regcontract.suite.run;

import io.regcontract.contract.Contract;
import io.regcontract.environment.AcceptedDeviation;
import io.regcontract.environment.Capability;
import io.regcontract.environment.KindExpectations;
import io.regcontract.suite.observe.Engine;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.RecordFile;
import io.regcontract.suite.observe.RecordHeader;
import io.regcontract.suite.observe.RecordedRequirement;
import io.regcontract.suite.observe.RunRecordWriter;
import io.regcontract.suite.observe.Shard;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunPlan;
import io.regcontract.suite.plan.RunSettings;
import io.regcontract.suite.plan.ScenarioCatalogue;
import io.regcontract.suite.redaction.SecretHandoff;
import io.regcontract.suite.scenario.Scenario;
import io.regcontract.suite.transport.HttpWarmUp;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run: an environment, the scenarios to attempt there, and the record of what was seen. A run that cannot begin has
 * no scenarios and a record that says why, so that the gate can tell it from a run that never was.
 */
public final class SuiteRun implements AutoCloseable {

    private static final int UNUSABLE = 2;
    private static final int UNFIT = 3;

    private final RunSettings settings;
    private final Contract contract;
    private final RunRecordWriter record;
    private final Optional<Ready> ready;
    private final Optional<Refused> refusal;

    /**
     * That a run could not begin.
     *
     * @param exitCode as on record: 2 when nothing was sent, 3 when a look at the environment found it unfit
     * @param why in words for a person
     */
    public record Refused(int exitCode, String why) {}

    /** Everything that exists only if the run could start. */
    private record Ready(
            RunPlan plan,
            OpenEnvironment environment,
            Engine engine,
            ScenarioExecutor workers,
            SecretHandoff secrets) {}

    private SuiteRun(
            RunSettings settings,
            Contract contract,
            RunRecordWriter record,
            Optional<Ready> ready,
            Optional<Refused> refusal) {
        this.settings = settings;
        this.contract = contract;
        this.record = record;
        this.ready = ready;
        this.refusal = refusal;
    }

    /**
     * Opens the environment that the settings name, begins the record, and starts the scenarios. The files of an
     * earlier attempt at the same run are set aside before the first call.
     *
     * @throws InvalidSettingsException when they cannot be set aside; nothing was sent then
     */
    public static SuiteRun begin(RunSettings settings) {
        HttpWarmUp.begin();
        var clock = Clock.systemUTC();
        RunPlan plan;
        try {
            plan = RunPlan.of(settings);
        } catch (InvalidSettingsException e) {
            return refused(settings, clock, String.valueOf(e.getMessage()));
        }
        setAsideEarlierAttempts(settings, plan.profile().name(), plan.shard());
        OpenEnvironment environment;
        try {
            environment = RunAdmission.open(plan, RunPrefix.of(plan, clock.instant()), clock);
        } catch (InvalidSettingsException e) {
            return refused(settings, clock, String.valueOf(e.getMessage()));
        } catch (EnvironmentUnfitException e) {
            return unfit(plan, clock, e);
        }
        var record = RunRecordWriter.begin(
                settings.runDirectory(),
                header(plan, environment.engineContext().capabilities()),
                clock);
        var secrets =
                SecretHandoff.begin(Path.of(System.getProperty("java.io.tmpdir")), handoffName(plan), clock.instant());
        environment.engineContext().redactor().addListener(secrets);
        var engine = new Engine(plan.contract(), environment.engineContext(), plan.examination(), clock);
        var workers = new ScenarioExecutor(
                plan.scenarios(),
                environment.engineContext()::waitsForExpiry,
                environment.engineContext()::blocksOtherScenarios,
                scenario -> {
                    var observation = engine.observe(scenario);
                    record.add(observation, RecordedRequirement.of(scenario, plan.contract()));
                    return observation;
                },
                plan.threads(),
                plan.seed());
        return new SuiteRun(
                settings,
                plan.contract(),
                record,
                Optional.of(new Ready(plan, environment, engine, workers, secrets)),
                Optional.empty());
    }

    /** The name under which this process hands its secrets over. Shards of one run may share a machine. */
    private static String handoffName(RunPlan plan) {
        return plan.settings().runId()
                + (plan.shard().equals(Shard.WHOLE)
                        ? ""
                        : "-shard-" + plan.shard().index());
    }

    /** @param offered what the environment lets the suite do, as was found out */
    private static RecordHeader header(RunPlan plan, Set<Capability> offered) {
        var profile = plan.profile();
        return new RecordHeader(
                plan.settings().runId(),
                plan.settings().attempt(),
                plan.contract().digest(),
                new RecordHeader.Environment(
                        profile.name(),
                        profile.kind().name(),
                        profile.dialect().name(),
                        // Its port is another each time, and would make two shards look like two environments.
                        profile.baseAddress().map(URI::toString).orElse("embedded"),
                        offered,
                        profile.operations(),
                        profile.acceptedErrata().stream()
                                .map(AcceptedDeviation::id)
                                .toList(),
                        profile.acceptedReadings().stream()
                                .map(AcceptedDeviation::id)
                                .toList(),
                        profile.notDrivable(),
                        KindExpectations.load().lackingIn(profile, offered)),
                plan.shard(),
                plan.seed(),
                plan.catalogue().ids(),
                plan.selection());
    }

    /** Records that the environment was unfit, so that the gate reports the run as inconclusive. */
    private static SuiteRun unfit(RunPlan plan, Clock clock, EnvironmentUnfitException why) {
        var record = RunRecordWriter.begin(plan.settings().runDirectory(), header(plan, plan.capabilities()), clock);
        record.refuse(UNFIT, why.what(), why.remedy());
        return new SuiteRun(
                plan.settings(),
                plan.contract(),
                record,
                Optional.empty(),
                Optional.of(new Refused(UNFIT, String.valueOf(why.getMessage()))));
    }

    private static SuiteRun refused(RunSettings settings, Clock clock, String problem) {
        var contract = Contract.load();
        var environment = RecordHeader.Environment.unknown(settings.environment());
        var shard = RunPlan.shardOrWhole(settings);
        setAsideEarlierAttempts(settings, environment.name(), shard);
        var header = new RecordHeader(
                settings.runId(),
                settings.attempt(),
                contract.digest(),
                environment,
                shard,
                0,
                ScenarioCatalogue.byHand().ids(),
                "none");
        var record = RunRecordWriter.begin(settings.runDirectory(), header, clock);
        record.refuse(
                UNUSABLE,
                problem.replaceAll("\\R+", "; "),
                "Mend the profile or the option; another environment is chosen with -Denv=NAME.");
        return new SuiteRun(settings, contract, record, Optional.empty(), Optional.of(new Refused(UNUSABLE, problem)));
    }

    private static void setAsideEarlierAttempts(RunSettings settings, String environment, Shard shard) {
        try {
            new EarlierAttempts(settings.runDirectory()).setAside(RecordFile.of(environment, shard));
        } catch (IOException failed) {
            throw new InvalidSettingsException("What an earlier attempt at run " + settings.runId() + " left in "
                    + settings.runDirectory() + " cannot be set aside (" + failed.getMessage()
                    + "). Nothing was sent. Remove it, or name another run with -Dregcontract.run=ID.");
        }
    }

    /** Why the run could not begin, in words for a person; empty when it could. */
    public Optional<String> refusal() {
        return refusal.map(Refused::why);
    }

    /** Why the run could not begin, with the exit code that is on record; empty when it could. */
    public Optional<Refused> refused() {
        return refusal;
    }

    /** What is attempted, in order of report; empty when the run was refused. */
    public List<Scenario<?>> scenarios() {
        return ready.map(open -> open.plan().scenarios()).orElse(List.of());
    }

    /** The contract that the run is held against. */
    public Contract contract() {
        return contract;
    }

    /** The settings that the run was started with. */
    public RunSettings settings() {
        return settings;
    }

    /** Name of the environment. */
    public String environment() {
        return settings.environment();
    }

    /**
     * What the attempt at one of the {@link #scenarios()} saw. Waits until the attempt has ended and is on record.
     *
     * @throws IllegalStateException when it is asked for a second time
     */
    public Observation seen(Scenario<?> scenario) {
        return ready.orElseThrow().workers().seen(scenario);
    }

    @Override
    public void close() {
        ready.ifPresent(open -> {
            open.workers().close();
            open.engine().close();
            record.leave(open.environment().removeResources().stream()
                    .map(left -> new RunRecordWriter.RecordedLeftover(left.what(), left.why()))
                    .toList());
            open.environment().close();
            open.secrets().close();
        });
        record.close();
    }
}
