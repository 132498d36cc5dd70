package io.regcontract.report.cli;

import io.regcontract.contract.yaml.YamlException;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.policy.PolicyReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lint}: whether the gate would take a policy, without a run. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Checks gate.yaml and waivers/*.yaml, and names file, line, key and remedy of all that is wrong.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:the gate takes it", "2:the gate refuses it"})
final class LintCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = ProjectPaths.POLICY,
            description = "The policy's directory. Default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of(ProjectPaths.POLICY);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            var policy = PolicyReader.read(directory);
            PrintWriter console = spec.commandLine().getOut();
            console.println("The policy of " + policy.kinds().size() + " kinds of environment and "
                    + policy.waivers().size() + " waivers are in order.");
            console.flush();
            return GateOutcome.PASS.exitCode();
        } catch (YamlException wrong) {
            var console = spec.commandLine().getErr();
            wrong.problems().forEach(console::println);
            console.flush();
            return GateOutcome.USAGE.exitCode();
        }
    }
}
