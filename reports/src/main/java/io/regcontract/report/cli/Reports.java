package io.regcontract.report.cli;

import io.regcontract.report.judge.Outcome;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of reports: {@code java -jar regcontract-reports.jar gate}. */
@Command(
        name = "regcontract-reports",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {GateCommand.class, DiffCommand.class, LintCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        description = "Reads the record of a run and says what was found.")
public final class Reports {

    private Reports() {}

    /** Returns the exit code of the command, 2 for a call it cannot serve. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Reports())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    var command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    command.getErr().flush();
                    return Outcome.USAGE.exitCode();
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    boolean usage = failure instanceof UsageException;
                    command.getErr()
                            .println(
                                    usage
                                            ? failure.getMessage()
                                            : "The gate itself failed and has decided nothing: " + failure
                                                    + ". That is a defect of regcontract, please report it.");
                    command.getErr().flush();
                    // Not picocli's 1, which would be taken for a contradiction.
                    return (usage ? Outcome.USAGE : Outcome.INCONCLUSIVE).exitCode();
                });
    }
}
