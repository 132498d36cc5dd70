package io.regcontract.suite.cli;

import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.text.ServiceText;
import io.regcontract.suite.ledger.JanitorCommand;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.sabotage.proxy.SabotageCommand;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the suite: {@code regcontract run} and its siblings, and the same inside a Maven build. */
@Command(
        name = "regcontract",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunCommand.class,
            PlanCommand.class,
            PreflightCommand.class,
            JanitorCommand.class,
            SabotageCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Drives a service into the documented errors and records what it answers.")
public final class SuiteCommand {

    /** Exit code: the settings cannot be used. */
    static final int USAGE = 2;

    /** Exit code: the suite itself failed, so nothing is known about the service. */
    static final int INCONCLUSIVE = 3;

    private final OptionNames optionNames;

    private SuiteCommand(OptionNames optionNames) {
        this.optionNames = optionNames;
    }

    /** How messages of a command name options. */
    static OptionNames optionNamesOf(CommandSpec command) {
        return command.root().userObject() instanceof SuiteCommand suite ? suite.optionNames : OptionNames.COMMAND;
    }

    /** The command of this name, with the handlers that turn its failures into sentences and exit codes. */
    public static CommandLine subcommand(String name) {
        return commandLine(OptionNames.COMMAND).getSubcommands().get(name);
    }

    /** {@code run}, with what the extension makes of the record and the options that it has for it. */
    public static CommandLine run(RunExtension extension) {
        var run = handled(new CommandLine(new RunCommand(extension)), OptionNames.COMMAND);
        run.addMixin("extension", extension);
        return run;
    }

    /** Runs a command and ends the process with its exit code; 2 for wrong usage. */
    public static void main(String[] arguments) {
        System.exit(commandLine(OptionNames.COMMAND).execute(arguments));
    }

    /** Runs a command in this process, printing to the given writers, and returns its exit code. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return commandLine(OptionNames.COMMAND).setOut(out).setErr(err).execute(arguments);
    }

    static CommandLine commandLine(OptionNames optionNames) {
        return handled(new CommandLine(new SuiteCommand(optionNames)), optionNames);
    }

    private static CommandLine handled(CommandLine commands, OptionNames optionNames) {
        return commands.setParameterExceptionHandler((wrong, arguments) -> {
                    var command = wrong.getCommandLine();
                    command.getErr().println(wrong.getMessage());
                    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
                    command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
                    command.getErr().flush();
                    return USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println(ServiceText.inLines(optionNames.adapt(message(failure))));
                    command.getErr().flush();
                    return failure instanceof InvalidSettingsException ? USAGE : INCONCLUSIVE;
                });
    }

    /** The message about a failure, which says whether settings, machine or suite are to be mended. */
    static String message(Exception failure) {
        if (failure instanceof InvalidSettingsException) {
            return String.valueOf(failure.getMessage());
        }
        if (DiskFull.isCauseOf(failure)) {
            return "No room is left on the disk that the run writes to, so that its record ends early. Make room and run"
                    + " again; nothing was found out about the service.";
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // A directory that is read-only, as /tmp may be in a container, is no defect of the suite.
            if (cause instanceof FileSystemException file) {
                return "The file system does not let the suite use a file ("
                        + file.getClass().getSimpleName() + "): "
                        + file.getMessage() + ". Make its directory writable, or choose another (--root, or"
                        + " Java's system property java.io.tmpdir); nothing was found out about the service.";
            }
        }
        return "The suite itself failed: " + failure + ". That is a defect of regcontract, please report it.";
    }
}
