package io.regcontract.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code version}: which regcontract this is, and which Java runs it. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Prints the version of regcontract and of the Java that runs it.")
final class VersionCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().printVersionHelp(spec.commandLine().getOut());
    }
}
