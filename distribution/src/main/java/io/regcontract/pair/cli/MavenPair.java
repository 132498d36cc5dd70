package io.regcontract.pair.cli;

import io.regcontract.report.cli.EndOfBuild;
import io.regcontract.suite.plan.InvalidSettingsException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./mvnw verify -Dpair=OLD,NEW}: the command inside a Maven build, which must not be ended by an exit. */
public final class MavenPair {

    private MavenPair() {}

    /**
     * Drives and compares, and says at the end of the build what came of it.
     *
     * @param arguments the pair as one text, then options of the command; those without a value are left out
     * @throws InvalidSettingsException when it is no pass, with the decision on one line
     */
    public static void main(String[] arguments) {
        var said = new StringWriter();
        var errors = new StringWriter();
        int exitCode = PairCommand.commandLine()
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(errors))
                .execute(asTyped(arguments).toArray(new String[0]));
        EndOfBuild.say(
                Stream.of(said, errors).flatMap(text -> text.toString().lines()).toList());
        if (exitCode != 0) {
            var all = (errors.toString().isBlank() ? said : errors)
                    .toString()
                    .strip()
                    .lines()
                    .toList();
            throw new InvalidSettingsException("(exit " + exitCode + ") "
                    + all.stream()
                            .filter(line -> line.contains("(exit "))
                            .findFirst()
                            .orElseGet(() -> all.isEmpty() ? "" : all.get(0)));
        }
    }

    private static List<String> asTyped(String[] arguments) {
        var halves = List.of(arguments[0].split(",", -1));
        if (halves.size() != 2) {
            throw new InvalidSettingsException("-Dpair names two halves with a comma between, as"
                    + " -Dpair=tenant,replacement: profiles, or directories of recorded runs.");
        }
        var typed = new ArrayList<String>();
        Arrays.stream(arguments)
                .skip(1)
                .filter(argument -> !argument.endsWith("="))
                .forEach(typed::add);
        typed.add("--");
        typed.addAll(halves);
        return typed;
    }
}
