package io.regcontract.suite.cli;

import io.regcontract.suite.plan.RunPlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what a run would do. */
@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = "Prints what a run would drive, and why it would not drive the rest. Sends nothing.")
final class PlanCommand implements Callable<Integer> {

    @Mixin
    private RunCommandOptions chosen = new RunCommandOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var optionNames = SuiteCommand.optionNamesOf(spec);
        PlanText.of(RunPlan.withoutSecrets(chosen.settings())).forEach(line -> out.println(optionNames.adapt(line)));
        out.flush();
        return 0;
    }
}
