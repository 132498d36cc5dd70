package io.regcontract.report.cli;

import io.regcontract.report.attest.AttestationException;
import io.regcontract.report.judge.GateOutcome;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of reports: {@code regcontract gate} and its siblings. */
@Command(
        name = "regcontract",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Reads the record of a run and says what was found.")
public final class ReportsCommand {

    private ReportsCommand() {}

    /** The command of this name, with the handlers that turn its failures into sentences and exit codes. */
    public static CommandLine subcommand(String name) {
        return commandLine().getSubcommands().get(name);
    }

    /** Runs a command on the given console and returns its exit code, without ending the JVM. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return exitCode(commandLine().setOut(out).setErr(err), arguments);
    }

    /** An unexpected exception must not exit with 1, which means "contract broken". */
    static int exitCode(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError small) {
            return undecided(commandLine, "it has too little memory. Give it more, with java -Xmx1g.");
        } catch (Error fatal) {
            return undecided(commandLine, fatal + ". That is a defect of regcontract, please report it.");
        }
    }

    private static int undecided(CommandLine command, String why) {
        command.getErr().println("The gate itself failed and has decided nothing: " + why);
        command.getErr().flush();
        return GateOutcome.INCONCLUSIVE.exitCode();
    }

    static CommandLine commandLine() {
        return commandLine(new GateCommand());
    }

    static CommandLine commandLine(GateCommand gate) {
        return new CommandLine(new ReportsCommand())
                .addSubcommand(gate)
                .addSubcommand(new DiffCommand())
                .addSubcommand(new LintCommand())
                .addSubcommand(new VerifyAttestationCommand())
                .setParameterExceptionHandler((wrong, arguments) -> {
                    var command = wrong.getCommandLine();
                    if (command.getCommand() instanceof GateCommand) {
                        AttestationOptions.forgetNamedIn(List.of(arguments));
                    }
                    command.getErr().println(wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    command.getErr().flush();
                    return GateOutcome.USAGE.exitCode();
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (failure instanceof UsageException || failure instanceof AttestationException) {
                        command.getErr().println(failure.getMessage());
                        command.getErr().flush();
                        return GateOutcome.USAGE.exitCode();
                    }
                    // Not picocli's 1, which would be taken for a contradiction.
                    return undecided(command, failure + ". That is a defect of regcontract, please report it.");
                });
    }
}
