package io.regcontract.cli;

import io.regcontract.drill.cli.DrillCommand;
import io.regcontract.pair.cli.PairCommand;
import io.regcontract.report.cli.ReportsCommand;
import io.regcontract.simulator.cli.SimulatorCommand;
import io.regcontract.suite.cli.SuiteCommand;
import io.regcontract.suite.twin.TwinCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;

/**
 * The subcommands by name. Each comes as its module configured it, with the handlers that turn its failures into
 * sentences and exit codes.
 */
final class Subcommands {

    /** It completes all the others. */
    private static final String COMPLETION = "generate-completion";

    private static final List<Source> SOURCES = List.of(
            new Source(List.of("simulator"), name -> SimulatorCommand.commandLine()),
            new Source(List.of("plan", "preflight"), SuiteCommand::subcommand),
            new Source(List.of("run"), name -> SuiteCommand.run(new HarOption())),
            new Source(List.of("sabotage", "janitor"), SuiteCommand::subcommand),
            new Source(List.of("twin"), name -> RegcontractCommand.handled(TwinCommand.commandLine())),
            new Source(List.of("gate", "verify-attestation", "diff", "lint"), ReportsCommand::subcommand),
            new Source(List.of("drill"), name -> RegcontractCommand.handled(DrillCommand.commandLine())),
            own("judge", JudgeCommand::new),
            own("proxy", ProxyCommand::new),
            new Source(List.of("pair"), name -> PairCommand.commandLine()),
            own("health", HealthCommand::new),
            own("postman", PostmanCommand::new),
            own("openapi", OpenApiCommand::new),
            own("class-archive", ArchiveCommand::new),
            own("version", VersionCommand::new),
            own(COMPLETION, GenerateCompletion::new));

    private Subcommands() {}

    /** A module's commands, and what makes the one of a name. */
    private record Source(List<String> names, Function<String, CommandLine> command) {}

    private static Source own(String name, Supplier<Object> command) {
        return new Source(List.of(name), same -> RegcontractCommand.handled(new CommandLine(command.get())));
    }

    /** All subcommands, in the order in which the help names them. */
    static Map<String, CommandLine> all() {
        var commands = new LinkedHashMap<String, CommandLine>();
        for (var source : SOURCES) {
            for (var name : source.names()) {
                commands.put(name, source.command().apply(name));
            }
        }
        return commands;
    }

    /**
     * The subcommand of this name, where it needs no other: only its module is loaded, so that a simulator starts without
     * the suite.
     */
    static Optional<CommandLine> alone(String name) {
        return SOURCES.stream()
                .filter(source -> source.names().contains(name) && !name.equals(COMPLETION))
                .findFirst()
                .map(source -> source.command().apply(name));
    }
}
