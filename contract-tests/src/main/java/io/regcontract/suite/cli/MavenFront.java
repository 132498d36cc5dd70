package io.regcontract.suite.cli;

import io.regcontract.suite.run.UnusableSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;

/** A command of the suite inside a Maven build, which must not be ended by {@link System#exit}. */
public final class MavenFront {

    private MavenFront() {}

    /**
     * Runs the command that the arguments name.
     *
     * @throws UnusableSettings when it does not end well, with what it said on one line
     */
    public static void main(String[] arguments) {
        var errors = new StringWriter();
        var out = new PrintWriter(System.out, true, Charset.defaultCharset());
        var exit =
                Suite.commandLine().setOut(out).setErr(new PrintWriter(errors)).execute(arguments);
        if (exit != 0) {
            throw new UnusableSettings(
                    "(exit " + exit + ") " + errors.toString().strip());
        }
    }
}
