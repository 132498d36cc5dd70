package io.regcontract.suite.run;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/**
 * What a run is told from outside. Never a secret: Surefire writes system properties into its reports.
 *
 * @param environment name of the profile
 * @param options what else was chosen
 * @param runId id of the run
 * @param root directory of the project
 * @param processEnvironment what profiles may refer to
 */
public record Settings(
        String environment, Options options, String runId, Path root, Map<String, String> processEnvironment) {

    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** From system properties, as Maven or an IDE sets them. */
    public static Settings fromSystem() {
        return new Settings(
                System.getProperty("regcontract.env", "simulator"),
                Options.from(name -> System.getProperty("regcontract." + name, "")),
                System.getProperty("regcontract.run", newRunId()),
                Path.of(System.getProperty("regcontract.root", "..")),
                System.getenv());
    }

    /** An id for a run that nobody named. */
    public static String newRunId() {
        return RUN_ID.format(Instant.now());
    }

    /** Where everything of this run goes. */
    public Path runDirectory() {
        return runs().resolve(runId);
    }

    /** Where the runs are. */
    public Path runs() {
        return root.resolve("contract-tests/target/regcontract/runs");
    }

    /** Where profiles are. */
    public Path profiles() {
        return root.resolve("environments/profiles");
    }
}
