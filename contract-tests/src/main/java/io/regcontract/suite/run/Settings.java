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
 * @param scope how much of the contract is driven: a name, yet to be judged
 * @param shard which part of it, as {@code i/n}, yet to be judged
 * @param runId id of the run
 * @param root directory of the project
 * @param processEnvironment what profiles may refer to
 */
public record Settings(
        String environment,
        String scope,
        String shard,
        String runId,
        Path root,
        Map<String, String> processEnvironment) {

    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    /** From system properties, as Maven or an IDE sets them. */
    public static Settings fromSystem() {
        return new Settings(
                System.getProperty("regcontract.env", "simulator"),
                System.getProperty("regcontract.scope", "codes"),
                System.getProperty("regcontract.shard", "1/1"),
                System.getProperty("regcontract.run", RUN_ID.format(Instant.now())),
                Path.of(System.getProperty("regcontract.root", "..")),
                System.getenv());
    }

    /** Where everything of this run goes. */
    public Path runDirectory() {
        return root.resolve("contract-tests/target/regcontract/runs").resolve(runId);
    }

    /** Where profiles are. */
    public Path profiles() {
        return root.resolve("environments/profiles");
    }
}
