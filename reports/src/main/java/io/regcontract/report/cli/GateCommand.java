package io.regcontract.report.cli;

import io.regcontract.contract.input.RunId;
import io.regcontract.report.record.RecordCriteria;
import io.regcontract.report.render.console.Terminal;
import io.regcontract.report.render.export.VerdictFile;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code gate}: judges a run and returns the real exit code. */
@Command(
        name = "gate",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = "Judges the record of a run, writes verdict.json and says whether a release may go out.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:pass",
            "1:contract: a documented error was contradicted",
            "2:usage: a wrong option, profile or policy",
            "3:inconclusive: the environment was sick, nothing is known against the contract",
            "4:incomplete: no record, or not the whole of it, or codes that nobody tested",
            "5:leak: a file that was written holds a secret of this process's environment"
        })
final class GateCommand implements Callable<Integer> {

    private static final String RECORDS = "contract-tests/target/regcontract/runs";
    static final String HISTORY = "reports/target/history";
    static final String POLICY = "reports/policy";
    static final String PROFILES = "environments/profiles";

    private static final String OUT = "reports/target/regcontract";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's directory, where the defaults below start. Default: the working directory.")
    private Path root = Path.of(".");

    @Option(
            names = "--records",
            paramLabel = "DIR",
            description = "Has a directory for each run. Default: " + RECORDS + ".")
    private Optional<Path> records = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "ID",
            description = "The run to judge: its id, or 'latest' for the youngest record. Default: the run of the last"
                    + " build, as verdict.json names it; without that file, latest.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets verdict.json and the reports. Default: " + OUT + ".")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Has gate.yaml, waivers/ and baselines/. Default: " + POLICY + ".")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "An earlier run's baseline.json. Default: the policy's baselines/ENVIRONMENT.json, if any.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Keeps how runs came out, for the trend. Default: " + HISTORY + ".")
    private Optional<Path> history = Optional.empty();

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Has the profile of the environment, which says what may be excused and accepted there."
                    + " Default: " + PROFILES + ".")
    private Optional<Path> profiles = Optional.empty();

    @Option(
            names = "--attempt",
            paramLabel = "ID",
            description =
                    "The attempt that must have begun the record, as 'run' of the suite printed it or was given it:"
                            + " no other record is judged. Default: whichever is there, told as such.")
    private Optional<String> attempt = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description =
                    "What began before does not count, such as 2026-11-22T13:45:00Z: the begin of a pipeline, or a"
                            + " day long past to judge an old record on purpose. Default: 24 hours ago.")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Judges waivers and rollouts as on this day, such as 2026-11-22. Default: today, UTC.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Clock clock;
    private final UnaryOperator<RecordCriteria> demands;

    GateCommand() {
        this(Clock.systemUTC(), UnaryOperator.identity());
    }

    /** @param demands changes what a record has to be */
    GateCommand(Clock clock, UnaryOperator<RecordCriteria> demands) {
        this.clock = clock;
        this.demands = demands;
    }

    private RecordCriteria demands() {
        var now = demands.apply(RecordCriteria.at(clock.instant()));
        var asked = since.map(now::since).orElse(now);
        return attempt.map(asked::of).orElse(asked);
    }

    @Override
    public Integer call() {
        namesNothingEmpty();
        if (!Files.isDirectory(root)) {
            throw new UsageException(
                    "There is no directory " + root + ": --root names the project's directory. Nothing was judged.");
        }
        attempt.filter(id -> !RunId.is(id)).ifPresent(id -> {
            throw new UsageException("The attempt has the form of a run's id, and " + RunId.problem(id));
        });
        var target = out.orElseGet(() -> root.resolve(OUT).normalize());
        var ofTheBuild = VerdictFile.runOfTheBuild(target);
        var judged = GateRun.of(
                new GateOptions(
                        records.orElseGet(() -> root.resolve(RECORDS).normalize()),
                        // A build that drove nothing leaves no record: the youngest one is then of an earlier build.
                        run.or(() -> ofTheBuild).orElse(GateRun.LATEST),
                        target,
                        policy.orElseGet(() -> root.resolve(POLICY).normalize()),
                        baseline,
                        history.orElseGet(() -> root.resolve(HISTORY).normalize()),
                        profiles.orElseGet(() -> root.resolve(PROFILES).normalize()),
                        demands(),
                        asOf.orElseGet(() -> LocalDate.now(clock)),
                        // What somebody typed once must not be what a later call judges unasked.
                        run.map(typed -> ofTheBuild.orElse(""))),
                Terminal.ofStandardOutput(),
                new FileLeakSearch(Instant.EPOCH, runId -> List.of(recordOf(runId), target), () -> {}));
        PrintWriter console = spec.commandLine().getOut();
        judged.report().forEach(console::println);
        console.println(judged.line());
        console.flush();
        return judged.exitCode();
    }

    /** What the judged run has left; where it has left nothing, whatever other runs have. */
    private Path recordOf(String runId) {
        var all = records.orElseGet(() -> root.resolve(RECORDS).normalize());
        return RunId.is(runId) && Files.isDirectory(all.resolve(runId)) ? all.resolve(runId) : all;
    }

    /** An empty value is one that a script could not fill in: the working directory is never meant by it. */
    private void namesNothingEmpty() {
        var values = new LinkedHashMap<String, Optional<String>>();
        values.put("--root", Optional.of(root.toString()));
        values.put("--records", records.map(Path::toString));
        values.put("--run", run);
        values.put("--out", out.map(Path::toString));
        values.put("--policy", policy.map(Path::toString));
        values.put("--baseline", baseline.map(Path::toString));
        values.put("--history", history.map(Path::toString));
        values.put("--profiles", profiles.map(Path::toString));
        values.forEach((name, value) -> value.filter(String::isBlank).ifPresent(empty -> {
            throw new UsageException(name + " has no value: name what is meant, or leave it out. Nothing was judged.");
        }));
    }
}
