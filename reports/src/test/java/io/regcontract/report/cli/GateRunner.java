package io.regcontract.report.cli;

import io.regcontract.report.RecordBuilder;
import io.regcontract.report.ShippedPolicy;
import io.regcontract.report.judge.Leak;
import io.regcontract.report.render.console.Terminal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Judges a record in a project's directory as the gate does, with all that it writes. */
public final class GateRunner {

    /** Finds nothing. */
    static final LeakSearch NO_LEAKS = new LeakSearch() {
        @Override
        public List<Leak> beforeReports(String runId) {
            return List.of();
        }

        @Override
        public List<Leak> afterReports(String runId, Map<Path, String> drafts) {
            return List.of();
        }
    };

    private GateRunner() {}

    /** Writes the record below the root, judges it, and returns the exit code. */
    public static int judge(Path root, RecordBuilder record, String run) {
        record.writeTo(root.resolve("contract-tests/target/regcontract/runs"));
        return judge(root, run);
    }

    /** Judges a record that is there, and returns the exit code. */
    public static int judge(Path root, String run) {
        return GateRun.of(
                        new GateOptions(
                                root.resolve("contract-tests/target/regcontract/runs"),
                                run,
                                root.resolve("reports/target/regcontract"),
                                root.resolve("reports/policy"),
                                Optional.empty(),
                                root.resolve("reports/target/history"),
                                root.resolve("environments/profiles"),
                                RecordBuilder.DEMANDS,
                                ShippedPolicy.TODAY,
                                Optional.empty(),
                                Optional.empty()),
                        new Terminal(StandardCharsets.UTF_8),
                        NO_LEAKS)
                .exitCode();
    }
}
