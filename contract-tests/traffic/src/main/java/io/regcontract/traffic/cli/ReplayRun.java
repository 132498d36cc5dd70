package io.regcontract.traffic.cli;

import io.regcontract.assertion.Dialect;
import io.regcontract.contract.text.SafeText;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.replay.Fidelity;
import io.regcontract.traffic.replay.FidelityFile;
import io.regcontract.traffic.replay.FidelityReport;
import io.regcontract.traffic.replay.Replay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Repeats traffic against a simulator in place of judging it.
 *
 * @param lines for a console
 * @param json the text of {@code fidelity.json}
 * @param exitCode 0 where there is a figure, 4 where there is none or a part could not be read
 */
public record ReplayRun(List<String> lines, String json, int exitCode) {

    private static final String SIMULATOR = "simulator";
    private static final int INCOMPLETE = 4;

    public ReplayRun {
        lines = List.copyOf(lines);
    }

    /**
     * Repeats. Where no dialect was asked for and most answers differ, the other dialect is tried as well, since the
     * wrong one makes each error differ.
     *
     * @throws InvalidSettingsException when it is not a simulator that is asked for
     */
    public static ReplayRun of(JudgeOptions options, JudgePlan plan) {
        var against = options.replayAgainst().orElse(SIMULATOR);
        if (!against.equals(SIMULATOR)) {
            throw new InvalidSettingsException("--replay-against " + SafeText.typed(against)
                    + " is not known: nothing is sent anywhere but to a simulator in this process. Write"
                    + " --replay-against simulator.");
        }
        var dialect = Dialect.valueOf(plan.record().dialect().toUpperCase(Locale.ROOT));
        var fidelity = repeated(plan, dialect);
        var lines = new ArrayList<>(FidelityReport.lines(fidelity));
        if (fidelity.mostDiffer()
                && options.record().dialect().isEmpty()
                && options.environment().isEmpty()) {
            var other = dialect == Dialect.DOCUMENTED ? Dialect.OBSERVED : Dialect.DOCUMENTED;
            FidelityReport.nearer(fidelity, repeated(plan, other)).ifPresent(lines::add);
        }
        return new ReplayRun(lines, FidelityFile.text(fidelity), exitCode(fidelity));
    }

    private static Fidelity repeated(JudgePlan plan, Dialect dialect) {
        return Replay.of(FileNames.of(plan.files()), plan.terms().scope(), dialect);
    }

    private static int exitCode(Fidelity fidelity) {
        return fidelity.hasFigure() && fidelity.incomplete().isEmpty() ? 0 : INCOMPLETE;
    }
}
