package io.regcontract.report.cli;

import io.regcontract.contract.Contract;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.record.RecordReader;
import io.regcontract.report.render.ConsoleReport;
import io.regcontract.report.render.Terminal;
import io.regcontract.report.render.VerdictFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * One judging of one run: read, decide, write. The verdict is written whatever comes out.
 *
 * @param exitCode what the process is to return
 * @param report table and troubles, for the console
 * @param line the decision on one line, for the console and for Maven
 */
record GateRun(int exitCode, List<String> report, String line) {

    static final String LATEST = "latest";

    private static final String RUN_ID = "[A-Za-z0-9][A-Za-z0-9_-]{0,63}";

    /**
     * @param records directory with a directory for each run
     * @param run id of the run, or {@code latest}
     * @param out directory that gets {@code verdict.json}
     * @throws UsageException when the run's id is none, or the verdict cannot be written
     */
    static GateRun of(Path records, String run, Path out, Clock clock, Terminal terminal) {
        if (!run.equals(LATEST) && !run.matches(RUN_ID)) {
            throw new UsageException("'" + run + "' is not the id of a run: it is the name of a directory in " + records
                    + ", or " + LATEST + ".");
        }
        var contract = Contract.load();
        var reader = new RecordReader(records, contract);
        var runId = run.equals(LATEST) ? reader.latest() : java.util.Optional.of(run);
        Decision decision = new Gate(contract).decide(runId.map(reader::read).orElseGet(reader::nothing));
        try {
            var file = VerdictFile.write(out, VerdictFile.json(decision, clock.instant()));
            var console = new ConsoleReport(terminal);
            return new GateRun(decision.outcome().exitCode(), console.lines(decision), console.line(decision, file));
        } catch (IOException unwritable) {
            throw new UsageException("The verdict cannot be written to " + out + ": name a directory that can be, with --out.");
        }
    }

    boolean passed() {
        return exitCode == 0;
    }
}
