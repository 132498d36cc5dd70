package io.regcontract.suite.plan;

import io.regcontract.contract.input.ProjectDirectory;
import io.regcontract.contract.input.RunId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;

/**
 * The settings of a run. They hold no secret, because Surefire writes system properties into its reports.
 *
 * @param environment name of the profile
 * @param options what else was chosen
 * @param runId id of the run: a name, which the shards of a run share and a retry repeats
 * @param attempt what tells this very attempt at the run from every other one; the gate that is given it judges no
 *     other
 * @param root directory of the project
 * @param processEnvironment what profiles may refer to
 */
public record RunSettings(
        String environment,
        RunOptions options,
        String runId,
        String attempt,
        Path root,
        Map<String, String> processEnvironment) {

    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** A process of JUnit has one run; its id is asked for more than once. */
    private static final String OF_THIS_PROCESS = newRunId();

    /** @throws InvalidSettingsException when run or attempt is no id: both become parts of paths and of records */
    public RunSettings {
        if (!RunId.is(runId)) {
            throw new InvalidSettingsException(
                    RunId.problem(runId) + " Name the run otherwise, with -Dregcontract.run=ID.");
        }
        if (!RunId.is(attempt)) {
            throw new InvalidSettingsException("The attempt has the form of a run's id, and " + RunId.problem(attempt)
                    + " Name it otherwise, with -Dregcontract.attempt=ID, or not at all.");
        }
    }

    /** Settings with a new attempt. */
    public RunSettings(
            String environment, RunOptions options, String runId, Path root, Map<String, String> processEnvironment) {
        this(environment, options, runId, newAttempt(), root, processEnvironment);
    }

    /**
     * From system properties, as Maven or an IDE sets them.
     *
     * @throws InvalidSettingsException when run or attempt is no id
     */
    public static RunSettings fromSystem() {
        return new RunSettings(
                System.getProperty("regcontract.env", "simulator"),
                RunOptions.from(name -> System.getProperty("regcontract." + name, "")),
                System.getProperty("regcontract.run", OF_THIS_PROCESS),
                System.getProperty("regcontract.attempt", newAttempt()),
                Path.of(System.getProperty("regcontract.root", "..")),
                System.getenv());
    }

    /** An id for a run, from the time. */
    public static String newRunId() {
        return RUN_ID.format(Instant.now());
    }

    /** A new, random attempt. */
    public static String newAttempt() {
        return UUID.randomUUID().toString();
    }

    /** The directory of this run: records, Allure results, reports. */
    public Path runDirectory() {
        return runs().resolve(runId);
    }

    /** The directory of all runs. */
    public Path runs() {
        return root.resolve("contract-tests/target/regcontract/runs");
    }

    /** The directory of the profiles: that of the project, or the one that comes with the program. */
    public Path profiles() {
        return ProjectDirectory.of(root, "environments/profiles", processEnvironment);
    }
}
