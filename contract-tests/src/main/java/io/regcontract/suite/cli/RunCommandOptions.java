package io.regcontract.suite.cli;

import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.suite.plan.RunOptions;
import io.regcontract.suite.plan.RunSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The options of a run. An empty value means "not set", except for ids and the directory: there it is an error, because
 * a script failed to fill it in.
 */
final class RunCommandOptions {

    @Option(
            names = "--env",
            paramLabel = "NAME",
            defaultValue = "simulator",
            description = {"The profile under environments/profiles. Default: ${DEFAULT-VALUE}."})
    private String environment = "";

    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description = {"The project's directory, with environments/profiles. Default: the working directory."})
    private Path root = Path.of("");

    @Option(names = "--run", paramLabel = "ID", description = "The run's id. Default: the time.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--attempt",
            paramLabel = "ID",
            description = {
                "What tells this attempt at the run from every other one: hand the same to the gate, which then judges",
                "no other. Default: one of its own, which is printed."
            })
    private Optional<String> attempt = Optional.empty();

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            defaultValue = "",
            description = {
                "codes: every code by its conditions; matrix: every code at every operation that can answer it;",
                "operations: every case of it. Default: matrix before a simulator, codes elsewhere."
            })
    private String scope = "";

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            defaultValue = "",
            description = {
                "A stable slice, as 1/4; 'ci' takes it from the variables of GitLab, CircleCI or a Kubernetes Indexed Job."
            })
    private String shard = "";

    @Option(names = "--req", paramLabel = "GLOB", defaultValue = "", description = "Requirements by id, as REG-361.*")
    private String requirements = "";

    @Option(names = "--code", paramLabel = "CODES", defaultValue = "", description = "Codes, as 361,36x.")
    private String codes = "";

    @Option(
            names = "--operation",
            paramLabel = "GLOB",
            defaultValue = "",
            description = {"Operations by path, as /entity.*"})
    private String operations = "";

    @Option(
            names = "--failed-from",
            paramLabel = "RUN",
            defaultValue = "",
            description = {"What an earlier run found contradicted or broken, or never got to: its id, or 'latest'."})
    private String failedFrom = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "",
            description = {"What the order of execution comes from. Default: the run's id."})
    private String seed = "";

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "",
            description = {"Scenarios at a time, at most what the profile's pace allows."})
    private String threads = "";

    @Option(
            names = "--confirm",
            paramLabel = "NAME",
            defaultValue = "",
            description = {"The environment's name once more: all but a simulator have to be confirmed."})
    private String confirmation = "";

    RunSettings settings() {
        if (root.toString().isBlank()) {
            throw new InvalidSettingsException("--root is empty: it names the project's directory.");
        }
        return new RunSettings(
                environment,
                new RunOptions(scope, shard, requirements, codes, operations, failedFrom, seed, threads, confirmation),
                run.orElseGet(RunSettings::newRunId),
                attempt.orElseGet(RunSettings::newAttempt),
                root,
                System.getenv());
    }
}
