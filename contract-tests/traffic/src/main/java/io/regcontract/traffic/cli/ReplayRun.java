package io.regcontract.traffic.cli;

import io.regcontract.assertion.Dialect;
import io.regcontract.contract.text.SafeText;
import io.regcontract.suite.plan.InvalidSettingsException;
import io.regcontract.traffic.replay.Fidelity;
import io.regcontract.traffic.replay.FidelityFile;
import io.regcontract.traffic.replay.FidelityReport;
import io.regcontract.traffic.replay.Replay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Repeats traffic against a simulator in place of judging it.
 *
 * @param lines for a console
 * @param exitCode 0 where there is a figure, 4 where there is none or a part could not be read
 */
public record ReplayRun(List<String> lines, int exitCode) {

    private static final String SIMULATOR = "simulator";
    private static final int INCOMPLETE = 4;

    public ReplayRun {
        lines = List.copyOf(lines);
    }

    /**
     * Repeats, and writes {@code fidelity.json}.
     *
     * @param out the directory that gets it
     * @throws InvalidSettingsException when it is not a simulator that is asked for
     * @throws UncheckedIOException when the file cannot be written
     */
    public static ReplayRun of(JudgeOptions options, JudgePlan plan, Path out) {
        var against = options.replayAgainst().orElse(SIMULATOR);
        if (!against.equals(SIMULATOR)) {
            throw new InvalidSettingsException("--replay-against " + SafeText.typed(against)
                    + " is not known: nothing is sent anywhere but to a simulator in this process. Write"
                    + " --replay-against simulator.");
        }
        var fidelity = Replay.of(
                plan.files(),
                plan.terms().scope(),
                Dialect.valueOf(plan.record().dialect().toUpperCase(Locale.ROOT)));
        try {
            var lines = new ArrayList<>(FidelityReport.lines(fidelity));
            lines.add("See " + FidelityFile.write(fidelity, out));
            return new ReplayRun(lines, exitCode(fidelity));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static int exitCode(Fidelity fidelity) {
        return fidelity.hasFigure() && fidelity.incomplete().isEmpty() ? 0 : INCOMPLETE;
    }
}
