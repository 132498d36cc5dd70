package io.regcontract.suite.cli;

import io.regcontract.suite.run.PreflightRun;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints whether an environment is as its profile says. */
@Command(
        name = "preflight",
        mixinStandardHelpOptions = true,
        description = "Looks whether an environment is as its profile says. Changes nothing, and drives nothing.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:a run may begin", "2:the profile cannot be used: nothing was sent", "3:a row fails"})
final class PreflightCommand implements Callable<Integer> {

    @Mixin
    private RunCommandOptions chosen = new RunCommandOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var table = PreflightRun.of(chosen.settings());
        var out = spec.commandLine().getOut();
        table.lines().forEach(out::println);
        out.flush();
        table.failures()
                .forEach(row ->
                        spec.commandLine().getErr().println(row.name() + ": " + row.found() + ". " + row.remedy()));
        return table.failures().isEmpty() ? 0 : SuiteCommand.INCONCLUSIVE;
    }
}
