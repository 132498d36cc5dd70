package io.regcontract.report.cli;

import io.regcontract.report.render.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The gate inside a Maven build. Maven can only say pass or fail: what is not a pass is thrown, and the message is the one
 * line a person needs. Arguments come from the pom, never from a person.
 */
@Command(name = "maven-gate", description = "Judges the run of this very build.")
public final class MavenGate {

    @Option(names = "--root", required = true)
    private Path root = Path.of("");

    @Option(names = "--run", required = true)
    private String run = "";

    @Option(names = "--allure", required = true)
    private Path allure = Path.of("");

    private MavenGate() {}

    /**
     * Judges the run that the arguments name.
     *
     * @throws GateClosedException when the run does not pass, with the verdict on one line
     */
    public static void main(String[] arguments) {
        judge(arguments, System.out);
    }

    static void judge(String[] arguments, PrintStream console) {
        var gate = new MavenGate();
        new CommandLine(gate).parseArgs(arguments);
        gate.judge(console);
    }

    private void judge(PrintStream console) {
        var runs = root.resolve("contract-tests/target/regcontract/runs");
        var target = root.resolve("reports/target");
        var html = new AllureReport(
                        runs.resolve(run).resolve("allure-results"),
                        target.resolve("allure"),
                        target.resolve("allure.log"))
                .start(allure);
        var judged =
                GateRun.of(runs, run, target.resolve("regcontract"), Clock.systemUTC(), Terminal.ofStandardOutput());
        judged.report().forEach(console::println);
        console.println(html.outcome());
        if (!judged.passed()) {
            throw new GateClosedException(judged.line());
        }
        console.println(judged.line());
    }
}
