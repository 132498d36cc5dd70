package io.regcontract.suite.cli;

import io.regcontract.suite.ledger.JanitorCommand;
import io.regcontract.suite.run.UnusableSettings;
import io.regcontract.suite.sabotage.SabotageCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

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

    private final Front front;

    private Suite(Front front) {
        this.front = front;
    }

    /** Whose words a command speaks in. */
    static Front frontOf(CommandSpec command) {
        return ((Suite) command.root().userObject()).front;
    }

    /** Returns the exit code of the command, 2 for a call it cannot serve. */
    public static void main(String[] arguments) {
        System.exit(commandLine(Front.JAR).execute(arguments));
    }

    static CommandLine commandLine(Front front) {
        return new CommandLine(new Suite(front))
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
                                            ? front.worded(String.valueOf(failure.getMessage()))
                                            : "The suite itself failed: " + failure
                                                    + ". That is a defect of regcontract, please report it.");
                    command.getErr().flush();
                    return usage ? USAGE : INCONCLUSIVE;
                });
    }
}
