package io.regcontract.cli;

import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.input.ProjectDirectory;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.cli.ReportsCommand;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.cli.JudgeOptions;
import io.regcontract.traffic.cli.JudgePlan;
import io.regcontract.traffic.cli.JudgeReport;
import io.regcontract.traffic.cli.JudgeRun;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code judge}: recorded traffic, judged and put through the gate in one step. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = {
            "Judges traffic that was recorded: every failing answer is held against the contract, the record is written, and"
                    + " the gate decides.",
            "Nothing is sent anywhere. What such a judgement cannot tell: docs/traffic.md."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:pass: no answer contradicts the contract",
            "1:contract: an answer contradicts it",
            "2:usage: a wrong option, profile or policy",
            "3:inconclusive: nothing is known",
            "4:incomplete: nothing of the API was in the traffic, or a part of it could not be read",
            "5:leak: a file that was written holds a secret of this process's environment"
        })
final class JudgeCommand implements Callable<Integer> {

    private static final String RECORDS = "contract-tests/target/regcontract/runs";
    private static final int USAGE = 2;

    @Mixin
    private JudgeOptions options = new JudgeOptions();

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's directory, where the defaults below start. Default: the working directory.")
    private Path root = Path.of(".");

    @Option(
            names = "--records",
            paramLabel = "DIR",
            description = "Gets a directory with the record. Default: " + RECORDS + ".")
    private Optional<Path> records = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets verdict.json and the reports. Default: reports/target/regcontract.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Has gate.yaml, waivers/ and baselines/. Default: reports/policy.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Keeps how runs came out, for the trend. Default: reports/target/history.")
    private Optional<Path> history = Optional.empty();

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Has the profiles of environments. Default: environments/profiles.")
    private Optional<Path> profiles = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var console = spec.commandLine().getOut();
        JudgePlan plan;
        try {
            plan = JudgePlan.of(
                    options,
                    records.orElseGet(() -> root.resolve(RECORDS).normalize()),
                    profiles.orElseGet(() -> ProjectDirectory.of(root, "environments/profiles", System.getenv())),
                    System.getenv());
        } catch (InvalidSettingsException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        try {
            var run = judge(plan);
            JudgeReport.lines(run).forEach(line -> console.println(ServiceText.onOneLine(line)));
            console.flush();
        } catch (UncheckedIOException unwritable) {
            spec.commandLine().getErr().println(unwritable(plan, unwritable));
            spec.commandLine().getErr().flush();
            return USAGE;
        }
        return ReportsCommand.execute(
                console, spec.commandLine().getErr(), gate(plan).toArray(new String[0]));
    }

    private JudgeRun judge(JudgePlan plan) {
        try (var progress = JudgeProgress.onTerminal(spec.commandLine().getErr())) {
            return JudgeRun.of(
                    plan,
                    options.keepsBodies(),
                    Runtime.getRuntime().availableProcessors(),
                    Clock.systemUTC(),
                    progress::read);
        }
    }

    private static String unwritable(JudgePlan plan, UncheckedIOException failed) {
        return "The record cannot be written to " + plan.record().directory()
                + (DiskFull.isCauseOf(failed)
                        ? ": no room is left on its disk. Make some, and judge again."
                        : ": name a directory that can be, with --records.");
    }

    private List<String> gate(JudgePlan plan) {
        var arguments = new ArrayList<>(List.of(
                "gate",
                "--root",
                root.toString(),
                "--records",
                plan.record().records().toString(),
                "--run",
                plan.record().runId(),
                "--attempt",
                plan.record().attempt()));
        add(arguments, "--out", out);
        add(arguments, "--policy", policy);
        add(arguments, "--history", history);
        add(arguments, "--profiles", profiles);
        return arguments;
    }

    private static void add(List<String> arguments, String option, Optional<Path> value) {
        value.ifPresent(path -> {
            arguments.add(option);
            arguments.add(path.toString());
        });
    }
}
