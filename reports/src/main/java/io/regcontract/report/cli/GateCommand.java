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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "3:inconclusive: the environment was unfit, nothing is known against the contract",
            "4:incomplete: no record, or not the whole of it, or codes that nobody tested",
            "5:leak: a file that was written holds a secret of this process's environment"
        })
final class GateCommand implements Callable<Integer> {

    @Mixin
    private ProjectPaths paths = new ProjectPaths();

    @Option(
            names = "--run",
            order = -17,
            paramLabel = "ID",
            description = "The run to judge: its id, or 'latest' for the youngest record. Default: the run of the last"
                    + " build, as verdict.json names it; without that file, latest.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--baseline",
            order = -14,
            paramLabel = "FILE",
            description = "An earlier run's baseline.json. Default: the policy's baselines/ENVIRONMENT.json, if any.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--attempt",
            order = -11,
            paramLabel = "ID",
            description =
                    "The attempt that must have begun the record, as 'run' of the suite printed it or was given it:"
                            + " no other record is judged. Default: whichever is there, told as such.")
    private Optional<String> attempt = Optional.empty();

    @Option(
            names = "--since",
            order = -10,
            paramLabel = "TIME",
            converter = MomentConverter.class,
            description =
                    "What began before does not count, such as 2026-11-22T13:45:00Z: the begin of a pipeline, or a"
                            + " day long past to judge an old record on purpose. Default: 24 hours ago.")
    private Optional<Instant> since = Optional.empty();

    @Option(
            names = "--as-of",
            order = -9,
            paramLabel = "DATE",
            converter = DayConverter.class,
            description = "Judges waivers and rollouts as on this day, such as 2026-11-22. Default: today, UTC.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private AttestationOptions attestation = new AttestationOptions();

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
        // First: whatever else is wrong, an earlier attestation must not stand for this judging.
        var attested = attestation.requested(paths.out());
        namesNothingEmpty();
        if (!Files.isDirectory(paths.root())) {
            throw new UsageException("There is no directory " + paths.root()
                    + ": --root names the project's directory. Nothing was judged.");
        }
        attempt.filter(id -> !RunId.is(id)).ifPresent(id -> {
            throw new UsageException("The attempt has the form of a run's id, and " + RunId.problem(id));
        });
        var target = paths.out();
        var ofTheBuild = VerdictFile.runOfTheBuild(target);
        var judged = GateRun.of(
                new GateOptions(
                        paths.records(),
                        // A build that drove nothing leaves no record: the youngest one is then of an earlier build.
                        run.or(() -> ofTheBuild).orElse(GateRun.LATEST),
                        target,
                        paths.policy(),
                        baseline,
                        paths.history(),
                        paths.profiles(),
                        demands(),
                        asOf.orElseGet(() -> LocalDate.now(clock)),
                        // What somebody typed once must not be what a later call judges unasked.
                        run.map(typed -> ofTheBuild.orElse("")),
                        attested),
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
        var all = paths.records();
        return RunId.is(runId) && Files.isDirectory(all.resolve(runId)) ? all.resolve(runId) : all;
    }

    /** An empty value is one that a script could not fill in: the working directory is never meant by it. */
    private void namesNothingEmpty() {
        var named = paths.named();
        run.ifPresent(id -> named.put("--run", id));
        baseline.ifPresent(file -> named.put("--baseline", file.toString()));
        named.forEach((name, value) -> {
            if (value.isBlank()) {
                throw new UsageException(
                        name + " has no value: name what is meant, or leave it out. Nothing was judged.");
            }
        });
    }
}
