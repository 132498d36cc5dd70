package io.regcontract.cli;

import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.input.ProjectDirectory;
import io.regcontract.report.cli.ReportsCommand;
import io.regcontract.traffic.record.RecordTerms;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where commands that judge traffic find profiles and policy, and put record and reports; and the gate behind them. */
final class TrafficPaths {

    private static final String RECORDS = "contract-tests/target/regcontract/runs";
    private static final String REPORTS = "reports/target/regcontract";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's directory, where the defaults below start. Default: the working directory.")
    private Path root = Path.of(".");

    @Option(
            names = "--records",
            paramLabel = "DIR",
            description = "Gets a directory with the record. Default: " + RECORDS + ".")
    private Optional<Path> records = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Gets verdict.json and the reports. Default: " + REPORTS + ".")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--policy",
            paramLabel = "DIR",
            description = "Has gate.yaml, waivers/ and baselines/. Default: reports/policy.")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--history",
            paramLabel = "DIR",
            description = "Keeps how runs came out, for the trend. Default: reports/target/history.")
    private Optional<Path> history = Optional.empty();

    @Option(
            names = "--profiles",
            paramLabel = "DIR",
            description = "Has the profiles of environments. Default: environments/profiles.")
    private Optional<Path> profiles = Optional.empty();

    Path records() {
        return records.orElseGet(() -> root.resolve(RECORDS).normalize());
    }

    Path reports() {
        return out.orElseGet(() -> root.resolve(REPORTS).normalize());
    }

    Path profiles() {
        return profiles.orElseGet(() -> ProjectDirectory.of(root, "environments/profiles", System.getenv()));
    }

    /** Why the record could not be written, and what to do. */
    String unwritable(RecordTerms record, UncheckedIOException failed) {
        return "The record cannot be written to " + record.directory()
                + (DiskFull.isCauseOf(failed)
                        ? ": no room is left on its disk. Make some, and judge again."
                        : ": name a directory that can be, with --records.");
    }

    /** Puts a record through the gate, and returns its exit code. */
    int gate(RecordTerms record, PrintWriter console, PrintWriter err) {
        var arguments = new ArrayList<>(List.of(
                "gate",
                "--root",
                root.toString(),
                "--records",
                record.records().toString(),
                "--run",
                record.runId(),
                "--attempt",
                record.attempt()));
        add(arguments, "--out", out);
        add(arguments, "--policy", policy);
        add(arguments, "--history", history);
        add(arguments, "--profiles", profiles);
        return ReportsCommand.execute(console, err, arguments.toArray(new String[0]));
    }

    private static void add(List<String> arguments, String option, Optional<Path> value) {
        value.ifPresent(path -> {
            arguments.add(option);
            arguments.add(path.toString());
        });
    }
}
