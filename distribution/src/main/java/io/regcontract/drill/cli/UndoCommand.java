package io.regcontract.drill.cli;

import io.regcontract.contract.text.SafeText;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.simulator.cli.SecretReference;
import io.regcontract.simulator.control.ArmedErrorDrill;
import io.regcontract.simulator.control.ControlException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drill undo}: undoes drills at a simulator that is running. */
@Command(
        name = "undo",
        mixinStandardHelpOptions = true,
        description = "Undoes drills at a simulator that is running.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:they are undone",
            "2:the call cannot be served, or no such drill is armed",
            "3:the simulator does not answer"
        })
final class UndoCommand implements Callable<Integer> {

    @Mixin
    private RunningSimulator running = new RunningSimulator();

    @Option(names = "--all", description = "All that are armed at the application.")
    private boolean all;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Ids of drills, as arming them and 'list' say them.")
    private List<String> ids = new ArrayList<>();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (all != ids.isEmpty()) {
            throw wrong("Name the ids of the drills, or --all for all of them.");
        }
        try {
            var armed = running.control(new SecretReference(System.getenv())).armedDrills();
            for (var id : ids) {
                if (armed.stream().noneMatch(drill -> drill.id().equals(id))) {
                    throw wrong("No drill is armed under the id " + SafeText.typed(id) + ": nothing was undone.");
                }
            }
            armed.stream().filter(drill -> all || ids.contains(drill.id())).forEach(this::undo);
            return 0;
        } catch (IllegalArgumentException unusable) {
            throw wrong(String.valueOf(unusable.getMessage()));
        } catch (ControlException failed) {
            return DrillCommand.said(spec, failed);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private void undo(ArmedErrorDrill drill) {
        drill.close();
        spec.commandLine()
                .getOut()
                .println("Undone: " + ServiceText.bounded(drill.name()) + ", id " + ServiceText.bounded(drill.id()));
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
