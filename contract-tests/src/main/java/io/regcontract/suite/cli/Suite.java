package io.regcontract.suite.cli;

import io.regcontract.suite.ledger.JanitorCommand;
import io.regcontract.suite.run.UnusableSettings;
import io.regcontract.suite.sabotage.SabotageCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of the suite: {@code java -jar regcontract-suite.jar run}. */
@Command(
        name = "regcontract-suite",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            PreflightCommand.class,
            JanitorCommand.class,
            SabotageCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Drives a service into the documented errors and records what it answers.")
public final class Suite {

    /** What was asked for cannot be done. */
    static final int USAGE = 2;

    /** The suite itself failed: nothing is known of the service. */
    static final int INCONCLUSIVE = 3;

    private Suite() {}

    /** Returns the exit code of the command, 2 for a call it cannot serve. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Suite())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    var command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    command.getErr().flush();
                    return USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    var usage = failure instanceof UnusableSettings;
                    command.getErr()
                            .println(
                                    usage
                                            ? failure.getMessage()
                                            : "The suite itself failed: " + failure
                                                    + ". That is a defect of regcontract, please report it.");
                    command.getErr().flush();
                    return usage ? USAGE : INCONCLUSIVE;
                });
    }
}
