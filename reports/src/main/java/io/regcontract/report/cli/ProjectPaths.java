package io.regcontract.report.cli;

import io.regcontract.contract.input.ProjectDirectory;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * Options of both gates: where a project's files are. What is not named stands at its usual place below the root. The
 * order is that of the help, where {@code --help} itself, at -1, comes last.
 */
final class ProjectPaths {

    static final String POLICY = "reports/policy";

    private static final String RECORDS = "contract-tests/target/regcontract/runs";
    private static final String OUT = "reports/target/regcontract";
    private static final String HISTORY = "reports/target/history";
    private static final String PROFILES = "environments/profiles";

    @Option(
            names = "--root",
            order = -19,
            paramLabel = "DIR",
            defaultValue = ".",
            description = "The project's directory, where the defaults below start. Default: the working directory.")
    private Path root = Path.of(".");

    @Option(
            names = "--records",
            order = -18,
            paramLabel = "DIR",
            description = "Has a directory for each run. Default: " + RECORDS + ".")
    private Optional<Path> records = Optional.empty();

    @Option(
            names = "--out",
            order = -16,
            paramLabel = "DIR",
            description = "Gets verdict.json and the reports. Default: " + OUT + ".")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--policy",
            order = -15,
            paramLabel = "DIR",
            description = "Has gate.yaml, waivers/ and baselines/. Default: " + POLICY + ".")
    private Optional<Path> policy = Optional.empty();

    @Option(
            names = "--history",
            order = -13,
            paramLabel = "DIR",
            description = "Keeps how runs came out, for the trend. Default: " + HISTORY + ".")
    private Optional<Path> history = Optional.empty();

    @Option(
            names = "--profiles",
            order = -12,
            paramLabel = "DIR",
            description = "Has the profile of the environment, which says what may be excused and accepted there."
                    + " Default: " + PROFILES + ".")
    private Optional<Path> profiles = Optional.empty();

    Path root() {
        return root;
    }

    Path records() {
        return records.orElseGet(() -> below(RECORDS));
    }

    Path out() {
        return out.orElseGet(() -> below(OUT));
    }

    Path policy() {
        return policy.orElseGet(() -> edited(POLICY));
    }

    Path history() {
        return history.orElseGet(() -> below(HISTORY));
    }

    Path profiles() {
        return profiles.orElseGet(() -> edited(PROFILES));
    }

    /** What users edit: the project's own, or what comes with the program. */
    private Path edited(String path) {
        return ProjectDirectory.of(root, path, System.getenv());
    }

    /** A path below the root. */
    Path below(String path) {
        return root.resolve(path).normalize();
    }

    /** The values that were named, by option. */
    Map<String, String> named() {
        var named = new LinkedHashMap<String, String>();
        named.put("--root", root.toString());
        records.ifPresent(path -> named.put("--records", path.toString()));
        out.ifPresent(path -> named.put("--out", path.toString()));
        policy.ifPresent(path -> named.put("--policy", path.toString()));
        history.ifPresent(path -> named.put("--history", path.toString()));
        profiles.ifPresent(path -> named.put("--profiles", path.toString()));
        return named;
    }
}
