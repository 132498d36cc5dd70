package io.regcontract.suite.cli;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.observe.Observation;
import io.regcontract.suite.observe.Observation.Outcome;
import io.regcontract.suite.run.SuiteRun;
import io.regcontract.suite.scenario.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code run}: drives the requirements and writes the record, which the gate judges. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Drives the requirements and records what was seen; the gate judges it.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the run is on record, whatever it saw",
            "2:the profile or an option cannot be used: nothing was sent",
            "3:the preflight found that the environment is not fit for a run: nothing was driven; or a file that an"
                    + " option asked for beside the record cannot be written"
        })
final class RunCommand implements Callable<Integer> {

    /** After this many observations a line shows the progress. */
    private static final int STEP = 250;

    @Mixin
    private RunCommandOptions chosen = new RunCommandOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final RunExtension extension;

    /** picocli's way to make one. */
    RunCommand() {
        this(RunExtension.NONE);
    }

    /** @param extension what else is made of the record */
    RunCommand(RunExtension extension) {
        this.extension = extension;
    }

    private enum Result {
        HOLDS,
        CONTRADICTED,
        BROKEN,
        NOT_DRIVABLE,
        OUT_OF_SCOPE
    }

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        var settings = chosen.settings();
        extension.prepare();
        var counts = new EnumMap<Result, Integer>(Result.class);
        try (var run = SuiteRun.begin(settings)) {
            if (run.refused().isPresent()) {
                spec.commandLine()
                        .getErr()
                        .println(ServiceText.inLines(SuiteCommand.optionNamesOf(spec)
                                .adapt(run.refused().get().why())));
                return run.refused().get().exitCode();
            }
            var done = 0;
            for (Scenario<?> scenario : run.scenarios()) {
                counts.merge(resultOf(run.seen(scenario)), 1, Integer::sum);
                done++;
                if (done % STEP == 0) {
                    out.println(done + " of " + run.scenarios().size() + ": " + joined(counts));
                    out.flush();
                }
            }
        }
        summary(out, counts);
        out.println("Record: " + settings.runDirectory());
        out.println("Attempt: " + settings.attempt());
        try {
            extension.make(settings.runDirectory(), settings.attempt()).ifPresent(out::println);
            return 0;
        } catch (IOException failed) {
            spec.commandLine()
                    .getErr()
                    .println("The run is on record, but not all that was asked for beside it could be written: "
                            + ServiceText.onOneLine(String.valueOf(failed.getMessage()))
                            + ". Make room there, or name another file.");
            return SuiteCommand.INCONCLUSIVE;
        } finally {
            out.flush();
        }
    }

    private static void summary(PrintWriter out, Map<Result, Integer> counts) {
        out.println(counts.values().stream().mapToInt(Integer::intValue).sum() + " requirements: " + joined(counts));
    }

    private static String joined(Map<Result, Integer> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " "
                        + count.getKey().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .collect(Collectors.joining(", "));
    }

    private static Result resultOf(Observation observation) {
        if (observation.outcome() instanceof Outcome.Broken) {
            return Result.BROKEN;
        }
        if (observation.outcome() instanceof Outcome.NotDrivable) {
            return Result.NOT_DRIVABLE;
        }
        if (observation.outcome() instanceof Outcome.OutOfScope) {
            return Result.OUT_OF_SCOPE;
        }
        return observation.contradictions().isEmpty() ? Result.HOLDS : Result.CONTRADICTED;
    }
}
