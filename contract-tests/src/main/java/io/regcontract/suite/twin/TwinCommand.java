package io.regcontract.suite.twin;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code twin}: a tenant as files that a simulator can begin with. */
@Command(
        name = "twin",
        mixinStandardHelpOptions = true,
        subcommands = ExportCommand.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Makes a simulator the twin of a tenant: export reads the tenant into files, which 'regcontract"
                + " simulator' takes by --type, --records, --settings, --clients and --flow.")
public final class TwinCommand implements Runnable {

    /** Exit code: it may not, or cannot, be done as it was asked. */
    static final int REFUSED = 2;

    /** Exit code: the service did not answer as it must. */
    static final int INCONCLUSIVE = 3;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The command with its subcommands. */
    public static CommandLine commandLine() {
        return new CommandLine(new TwinCommand());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: export.");
    }
}
