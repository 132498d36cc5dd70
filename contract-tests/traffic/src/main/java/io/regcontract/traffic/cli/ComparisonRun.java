package io.regcontract.traffic.cli;

import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.compare.TrafficComparison;
import io.regcontract.traffic.run.FileComparing;
import io.regcontract.traffic.scope.ApiScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compares the files of {@code judge} with those of {@code --against}. */
public final class ComparisonRun {

    private ComparisonRun() {}

    /**
     * Reads both and compares them.
     *
     * @throws InvalidSettingsException when a name of a file is empty
     */
    public static ComparisonReport of(JudgePlan plan, JudgeOptions options) {
        var later =
                JudgePlan.files("--against", options.against(), "--against is empty: name the file to compare with.");
        var old = read(plan.files(), plan.terms().scope());
        var now = read(later, plan.terms().scope());
        var incomplete = new ArrayList<>(old.incomplete());
        incomplete.addAll(now.incomplete());
        return new ComparisonReport(
                List.copyOf(FileNames.of(plan.files()).values()),
                List.copyOf(FileNames.of(later).values()),
                old.shapes(),
                now.shapes(),
                TrafficComparison.between(old.shapes(), now.shapes(), options.seenInBoth()),
                incomplete);
    }

    private static FileComparing read(List<Path> files, ApiScope scope) {
        var comparing = new FileComparing(scope);
        FileNames.of(files).forEach(comparing::read);
        return comparing;
    }
}
