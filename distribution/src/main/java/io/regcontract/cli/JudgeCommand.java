package io.regcontract.cli;

import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.file.AtomicFile;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.cli.ComparisonReport;
import io.regcontract.traffic.cli.ComparisonRun;
import io.regcontract.traffic.cli.JudgeOptions;
import io.regcontract.traffic.cli.JudgePlan;
import io.regcontract.traffic.cli.JudgeReport;
import io.regcontract.traffic.cli.JudgeRun;
import io.regcontract.traffic.cli.ReplayRun;
import io.regcontract.traffic.replay.FidelityFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code judge}: recorded traffic, judged and put through the gate in one step. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = {
            "Judges traffic that was recorded: every failing answer is held against the contract, the record is written, and"
                    + " the gate decides. "
                    + "Nothing is sent anywhere. What such a judgement cannot tell: docs/traffic.md. "
                    + "With --replay-against simulator nothing is judged: calls are repeated against a simulator in this process."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:pass: no answer contradicts the contract",
            "1:contract: an answer contradicts it",
            "2:usage: a wrong option, profile or policy",
            "3:inconclusive: nothing is known",
            "4:incomplete: nothing of the API was in the traffic, or a part of it could not be read",
            "5:leak: a file that was written holds a secret of this process's environment",
            "6:with --against: the two recordings differ"
        })
final class JudgeCommand implements Callable<Integer> {

    private static final int USAGE = 2;
    private static final int INCOMPLETE = 4;
    private static final int DIFFERENT = 6;

    @Mixin
    private JudgeOptions options = new JudgeOptions();

    @Mixin
    private TrafficPaths paths = new TrafficPaths();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var console = spec.commandLine().getOut();
        JudgePlan plan;
        try {
            plan = JudgePlan.of(options, paths.records(), paths.profiles(), System.getenv());
        } catch (InvalidSettingsException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        if (options.replayAgainst().isPresent() && !options.against().isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--against compares recordings, and --replay-against repeats one: give one of the two.");
        }
        if (options.replayAgainst().isPresent()) {
            return replay(plan);
        }
        if (!options.against().isEmpty()) {
            return compare(plan);
        }
        try {
            var run = judge(plan);
            JudgeReport.lines(run).forEach(line -> console.println(ServiceText.onOneLine(line)));
            console.flush();
        } catch (UncheckedIOException unwritable) {
            spec.commandLine().getErr().println(paths.unwritable(plan.record(), unwritable));
            spec.commandLine().getErr().flush();
            return USAGE;
        }
        return paths.gate(plan.record(), console, spec.commandLine().getErr());
    }

    private int replay(JudgePlan plan) {
        var target = paths.reports();
        try {
            var run = ReplayRun.of(options, plan);
            var file = target.resolve(FidelityFile.NAME);
            AtomicFile.write(file, run.json());
            var out = spec.commandLine().getOut();
            run.lines().forEach(line -> out.println(ServiceText.onOneLine(line)));
            out.println("See " + file);
            out.flush();
            return run.exitCode();
        } catch (InvalidSettingsException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        } catch (IOException unwritable) {
            spec.commandLine()
                    .getErr()
                    .println("The figure cannot be written to " + target
                            + (DiskFull.isCauseOf(unwritable)
                                    ? ": no room is left on its disk. Make some, and repeat it."
                                    : ": name a directory that can be, with --out."));
            spec.commandLine().getErr().flush();
            return USAGE;
        }
    }

    private int compare(JudgePlan plan) {
        ComparisonReport report;
        try {
            report = ComparisonRun.of(plan, options);
        } catch (InvalidSettingsException wrong) {
            throw new ParameterException(spec.commandLine(), String.valueOf(wrong.getMessage()));
        }
        report.lines().forEach(spec.commandLine().getOut()::println);
        spec.commandLine().getOut().flush();
        var file = paths.reports().resolve("diff.json");
        try {
            AtomicFile.write(file, report.json());
        } catch (IOException unwritable) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The comparison cannot be written to " + file + ": name a directory, with --out.");
        }
        spec.commandLine().getOut().println("See " + file);
        spec.commandLine().getOut().flush();
        if (report.nothingCompared()) {
            return INCOMPLETE;
        }
        return !report.comparison().differences().isEmpty()
                ? DIFFERENT
                : report.incomplete().isEmpty() ? 0 : INCOMPLETE;
    }

    private JudgeRun judge(JudgePlan plan) {
        try (var progress = JudgeProgress.onTerminal(spec.commandLine().getErr())) {
            return JudgeRun.of(
                    plan,
                    options.record().keepsBodies(),
                    Runtime.getRuntime().availableProcessors(),
                    Clock.systemUTC(),
                    progress::read);
        }
    }
}
