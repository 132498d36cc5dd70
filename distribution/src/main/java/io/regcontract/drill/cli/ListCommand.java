package io.regcontract.drill.cli;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.simulator.RegistrationSimulator;
import io.regcontract.simulator.cli.SecretReference;
import io.regcontract.simulator.control.ControlException;
import io.regcontract.simulator.control.OfferedDrill;
import io.regcontract.simulator.control.SimulatorControl;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code drill list}: the drills that there are, and those that are armed. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Names all drills, and with --control also those that are armed at a simulator that is running.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:they are listed", "2:the call cannot be served", "3:the simulator does not answer"})
final class ListCommand implements Callable<Integer> {

    private static final int LOWEST_CODE = 100;
    private static final int WIDTH = 100;

    @Mixin
    private RunningSimulator running = new RunningSimulator();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        try {
            if (running.isNamed()) {
                var control = running.control(new SecretReference(System.getenv()));
                print(control);
                printArmed(control);
            } else {
                try (var simulator = RegistrationSimulator.builder().start()) {
                    print(simulator.control());
                }
            }
            return 0;
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()));
        } catch (ControlException failed) {
            return DrillCommand.said(spec, failed);
        } finally {
            spec.commandLine().getOut().flush();
        }
    }

    private void print(SimulatorControl control) {
        var out = spec.commandLine().getOut();
        var offered = control.offeredDrills();
        long all = offered.stream()
                .flatMap(drill -> drill.operations().stream())
                .distinct()
                .count();
        for (var drill : offered) {
            out.println(code(drill) + "  " + ServiceText.bounded(drill.name()));
            out.println("     " + ServiceText.onOneLine(drill.does()));
            out.println("     Ends: " + ServiceText.onOneLine(drill.ends()));
            var at = "At: ";
            for (var line : operations(drill.operations(), all)) {
                out.println("     " + at + line);
                at = " ".repeat(at.length());
            }
            if (!drill.aims().isEmpty()) {
                out.println("     Can be narrowed to: " + ServiceText.bounded(String.join(", ", drill.aims())));
            }
        }
    }

    private void printArmed(SimulatorControl control) {
        var out = spec.commandLine().getOut();
        var armed = control.armedDrills();
        out.println(armed.isEmpty() ? "No drill is armed." : "Armed:");
        armed.forEach(drill -> out.println("     " + ServiceText.bounded(drill.id()) + "  "
                + ServiceText.bounded(drill.name()) + DrillCommand.leadingTo(drill) + ", calls that matched: "
                + drill.calls()));
    }

    /** Paths as a person reads them: wrapped, or their number where they are all that there are. */
    private static List<String> operations(List<String> some, long all) {
        if (some.size() == all) {
            return List.of("all " + all + " operations");
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var operation : some) {
            var shown = ServiceText.bounded(operation);
            if (!line.isEmpty() && line.length() + shown.length() + 2 > WIDTH) {
                lines.add(line + ",");
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ", ").append(shown);
        }
        lines.add(line.toString());
        return lines;
    }

    private static String code(OfferedDrill drill) {
        return drill.code() >= LOWEST_CODE ? String.valueOf(drill.code()) : "  -";
    }
}
