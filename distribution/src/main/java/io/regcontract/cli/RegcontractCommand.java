package io.regcontract.cli;

import java.io.PrintWriter;
import java.util.Map;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line of the project: {@code regcontract simulator}, {@code regcontract run}, {@code regcontract gate} and
 * the others.
 */
@Command(
        name = "regcontract",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "The executable error contract of the Akamai Identity Cloud Registration APIs.",
        footer = "%n'regcontract COMMAND --help' names the options and exit codes of a command. Options may stand in a"
                + " file: @FILE.")
public final class RegcontractCommand implements Runnable {

    /** Exit code: the call cannot be served. */
    private static final int USAGE = 2;

    /** Exit code: the program itself failed, so that nothing is known. */
    private static final int INCONCLUSIVE = 3;

    static {
        // Else picocli looks for Groovy's closures, and Groovy, which is here for REST-assured, starts: 0.2 s of each
        // start.
        System.setProperty("picocli.disable.closures", "true");
    }

    /** As picocli says it, by the types of Java. */
    private static final Pattern NOT_A_NUMBER = Pattern.compile("is not an? (int|long)\\b");

    private final CommandLine self;

    private RegcontractCommand(Map<String, CommandLine> subcommands) {
        self = new CommandLine(this);
        self.setParameterExceptionHandler((wrong, arguments) -> wrong.getCommandLine() == self
                ? wrongCall(wrong, arguments)
                : wrong.getCommandLine().getParameterExceptionHandler().handleParseException(wrong, arguments));
        self.setExecutionExceptionHandler((failure, command, parsed) ->
                command.getExecutionExceptionHandler().handleExecutionException(failure, command, parsed));
        // After the handlers, which would otherwise replace those of the modules.
        subcommands.forEach((name, command) -> {
            command.getCommandSpec().versionProvider(new Version());
            self.addSubcommand(name, command.setCommandName(name));
        });
    }

    /** A command of this module, with its failures turned into sentences and exit codes. */
    static CommandLine handled(CommandLine own) {
        return own.setParameterExceptionHandler(RegcontractCommand::wrongCall)
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        undecided(command.getErr(), failure + ". That is a defect of regcontract, please report it."));
    }

    /** Runs a command and ends the process with its exit code; 2 for a call that cannot be served. */
    public static void main(String[] arguments) {
        System.exit(execute(commandLine(arguments), arguments));
    }

    /** Runs a command in this process, printing to the given writers, and returns its exit code. */
    public static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return execute(commandLine(arguments).setOut(out).setErr(err), arguments);
    }

    private static int execute(CommandLine command, String... arguments) {
        try {
            return command.execute(arguments);
        } catch (OutOfMemoryError small) {
            return undecided(command.getErr(), "it has too little memory. Give it more, with java -Xmx1g.");
        } catch (Error fatal) {
            return undecided(command.getErr(), fatal + ". That is a defect of regcontract, please report it.");
        }
    }

    private static CommandLine commandLine(String... arguments) {
        var named = arguments.length == 0
                ? Map.<String, CommandLine>of()
                : Subcommands.alone(arguments[0])
                        .map(command -> Map.of(arguments[0], command))
                        .orElse(Map.of());
        return new RegcontractCommand(named.isEmpty() ? Subcommands.all() : named).self;
    }

    /** Without a command the help is what a person looks for. */
    @Override
    public void run() {
        throw new ParameterException(
                self,
                "Name a command: " + String.join(", ", self.getSubcommands().keySet()) + ".");
    }

    private static int wrongCall(ParameterException wrong, String[] arguments) {
        var command = wrong.getCommandLine();
        command.getErr().println(NOT_A_NUMBER.matcher(wrong.getMessage()).replaceAll("is no whole number"));
        UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        command.getErr().flush();
        return USAGE;
    }

    private static int undecided(PrintWriter err, String why) {
        err.println("regcontract itself failed and has decided nothing: " + why);
        err.flush();
        return INCONCLUSIVE;
    }
}
