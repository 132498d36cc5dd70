package io.regcontract.suite.cli;

import io.regcontract.suite.plan.InvalidSettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;

/** A command of the suite inside a Maven build, which must not be ended by {@link System#exit}. */
public final class MavenEntryPoint {

    private MavenEntryPoint() {}

    /**
     * Runs the command that the arguments name, and says at the end of the build what it has to say.
     *
     * @throws InvalidSettingsException when it does not end well, with what it said on one line
     */
    public static void main(String[] arguments) {
        var said = new StringWriter();
        var errors = new StringWriter();
        var exit = SuiteCommand.commandLine(OptionNames.MAVEN)
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(errors))
                .execute(arguments);
        EndOfBuild.say(
                Stream.of(said, errors).flatMap(text -> text.toString().lines()).toList());
        if (exit != 0) {
            throw new InvalidSettingsException(
                    "(exit " + exit + ") " + errors.toString().strip());
        }
    }
}
