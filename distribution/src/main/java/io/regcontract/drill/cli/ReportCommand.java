package io.regcontract.drill.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.drill.judge.DrillJudge;
import io.regcontract.drill.report.ConsoleReport;
import io.regcontract.drill.trial.RecordCount;
import io.regcontract.drill.trial.Told;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.cli.SecretReference;
import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.SimulatorControl;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drill report}: judges what a running simulator saw of an application. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Judges the journal of a simulator that is running, and writes the same report as a drill.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:nothing forbidden was seen, and all that is required was met",
            "1:a required error was not met, or something forbidden was seen",
            "2:the call or the policy cannot be used",
            "3:the simulator does not answer",
            "4:nothing was called"
        })
final class ReportCommand implements Callable<Integer> {

    @Mixin
    private RunningSimulator running = new RunningSimulator();

    @Mixin
    private ReportOptions report = new ReportOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        try {
            var control = running.control(new SecretReference(System.getenv()));
            var told = report.told();
            var judge = new DrillJudge(Contract.load(), report.policy());
            var trial = trial(control, told);
            report.refuseUnknownType(List.of(trial.records()));
            var directory = report.directory();
            var decision = judge.judge(trial);
            var page = directory.write(decision, List.of());
            var out = spec.commandLine().getOut();
            ConsoleReport.lines(decision).forEach(out::println);
            out.println("Report: " + page);
            out.flush();
            return decision.outcome().exitCode();
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()));
        } catch (YamlException policy) {
            spec.commandLine().getErr().println(policy.getMessage());
            spec.commandLine().getErr().flush();
            return DrillCommand.USAGE;
        } catch (ControlException failed) {
            return DrillCommand.said(spec, failed);
        }
    }

    private Trial trial(SimulatorControl control, Told told) {
        return new Trial(
                control.application(),
                "",
                control.offeredDrills(),
                List.of(),
                control.journal().read(),
                control.journal().reactions(),
                told,
                records(control));
    }

    private RecordCount records(SimulatorControl control) {
        OptionalLong number;
        try {
            number = OptionalLong.of(control.records(report.recordType()).count());
        } catch (ControlException noSuchType) {
            number = OptionalLong.empty();
        }
        return new RecordCount(report.recordType(), OptionalLong.empty(), number, number);
    }
}
