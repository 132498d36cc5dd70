package io.regcontract.pair.cli;

import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.input.ProjectDirectory;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.pair.half.Half;
import io.regcontract.pair.half.HalfReader;
import io.regcontract.pair.judge.PairDecision;
import io.regcontract.pair.judge.PairJudge;
import io.regcontract.pair.report.PairConsole;
import io.regcontract.pair.report.PairReports;
import io.regcontract.pair.run.HalfRun;
import io.regcontract.pair.run.PairOptions;
import io.regcontract.pair.run.PairPlan;
import io.regcontract.pair.run.PlannedHalf;
import io.regcontract.suite.plan.InvalidSettingsException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pair}: the same run of the old service and of what takes its place, side by side. */
@Command(
        name = "pair",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Drives the same requirements, in the same order, in the old environment and in the one that takes its place, and"
                    + " says where they differ in what the contract speaks of. "
                    + "Each is a profile, or the directory of a recorded run, of which nothing is driven again. docs/pair.md"
                    + " says how to read it."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:pass: NEW keeps all that OLD keeps within NEW's scope",
            "1:contract: NEW does not keep something that OLD keeps, and does not declare it",
            "2:usage: a wrong option, profile or policy",
            "3:inconclusive: one of the environments was unfit",
            "4:incomplete: a half is not whole, or they are not of the same requirements",
            "5:leak: a half has left something behind in its environment"
        })
public final class PairCommand implements Callable<Integer> {

    private static final int USAGE = 2;
    private static final int INCONCLUSIVE = 3;
    private static final String OUT = "reports/target/pair";

    @Parameters(index = "0", paramLabel = "OLD", description = "What is to be replaced: a profile, or a recorded run.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "What takes its place: a profile, or a recorded run.")
    private String now = "";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's directory, with environments/profiles. Default: the working directory.")
    private Path root = Path.of(".");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets index.html, pair.json and junit.xml. Default: " + OUT + ".")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Has gate.yaml and waivers/. Default: reports/policy.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "ID",
            defaultValue = "",
            description = "What the runs of the halves are called, with -old and -new behind it. Default: the time.")
    private String run = "";

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "",
            description = "codes, matrix or operations. Default: that of a recorded half; matrix where both are"
                    + " simulators, else codes.")
    private String scope = "";

    @Option(names = "--req", paramLabel = "GLOB", defaultValue = "", description = "Requirements by id, as REG-361.*")
    private String requirements = "";

    @Option(names = "--code", paramLabel = "CODES", defaultValue = "", description = "Codes, as 361,36x.")
    private String codes = "";

    @Option(
            names = "--operation",
            paramLabel = "GLOB",
            defaultValue = "",
            description = "Operations by path, as /entity.*")
    private String operations = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "",
            description =
                    "What the order in both halves comes from. Default: that of a recorded half, else the run's id.")
    private String seed = "";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "",
            description = "Scenarios at a time, at most what each profile's pace allows.")
    private String threads = "";

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            split = ",",
            description = "The name of an environment once more, for all but simulators; may be given for each half.")
    private List<String> confirmed = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command, with the handlers that turn its failures into sentences and exit codes. */
    public static CommandLine commandLine() {
        return new CommandLine(new PairCommand())
                .setParameterExceptionHandler(
                        (wrong, arguments) -> said(wrong.getCommandLine(), USAGE, wrong.getMessage()))
                .setExecutionExceptionHandler((failure, command, parsed) -> failure instanceof InvalidSettingsException
                        ? said(command, USAGE, String.valueOf(failure.getMessage()))
                        : said(
                                command,
                                INCONCLUSIVE,
                                "regcontract itself failed and has decided nothing: " + failure
                                        + ". That is a defect of regcontract, please report it."));
    }

    private static int said(CommandLine command, int exitCode, String sentence) {
        command.getErr().println(ServiceText.inLines(sentence));
        if (exitCode == USAGE) {
            command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        }
        command.getErr().flush();
        return exitCode;
    }

    @Override
    public Integer call() {
        var target = out.orElseGet(() -> root.resolve(OUT).normalize());
        PairPlan plan;
        PairReports reports;
        try {
            plan = PairPlan.of(options(), System.getenv());
            reports = PairReports.prepare(target);
        } catch (InvalidSettingsException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        } catch (IOException unwritable) {
            return unwritable(target, unwritable);
        }
        var console = spec.commandLine().getOut();
        for (var half : List.of(plan.old(), plan.now())) {
            if (half instanceof PlannedHalf.ToDrive toDrive) {
                var side = half.equals(plan.old()) ? "OLD" : "NEW";
                int exitCode =
                        HalfRun.of(side, toDrive, console, spec.commandLine().getErr());
                if (exitCode != 0) {
                    return exitCode;
                }
            }
        }
        try {
            var decision = decision(plan);
            var page = reports.write(decision);
            PairConsole.lines(decision).forEach(console::println);
            console.println("See " + page);
            console.flush();
            return decision.outcome().exitCode();
        } catch (YamlException wrongPolicy) {
            spec.commandLine().getErr().println(wrongPolicy.getMessage());
            return USAGE;
        } catch (IOException unwritable) {
            return unwritable(target, unwritable);
        }
    }

    private PairDecision decision(PairPlan plan) {
        var reader = new HalfReader(
                policy.orElseGet(() -> ProjectDirectory.of(root, "reports/policy", System.getenv())),
                ProjectDirectory.of(root, "environments/profiles", System.getenv()),
                Instant.now());
        return PairJudge.decide(half(reader, Half.Side.OLD, plan.old()), half(reader, Half.Side.NEW, plan.now()));
    }

    private static Half half(HalfReader reader, Half.Side side, PlannedHalf planned) {
        return planned instanceof PlannedHalf.ToDrive driven
                ? reader.driven(side, driven.directory(), driven.attempt())
                : reader.recorded(side, planned.directory());
    }

    private PairOptions options() {
        return new PairOptions(old, now, root, run, scope, requirements, codes, operations, seed, threads, confirmed);
    }

    private int unwritable(Path target, IOException failed) {
        spec.commandLine()
                .getErr()
                .println("The comparison cannot be written to " + target
                        + (DiskFull.isCauseOf(failed)
                                ? ": no room is left on its disk. Make some, and compare the records again."
                                : ": name a directory that can be, with --out."));
        spec.commandLine().getErr().flush();
        return USAGE;
    }
}
