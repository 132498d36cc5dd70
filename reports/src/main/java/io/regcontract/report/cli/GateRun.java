package io.regcontract.report.cli;

import io.regcontract.contract.Contract;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.record.RecordReader;
import io.regcontract.report.record.RunRecord;
import io.regcontract.report.render.ConsoleReport;
import io.regcontract.report.render.Terminal;
import io.regcontract.report.render.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
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
     * @throws UsageException when the verdict cannot be written
     */
    static GateRun of(Path records, String run, Path out, Clock clock, Terminal terminal) {
        forget(out);
        var contract = Contract.load();
        Decision decision = new Gate(contract).decide(record(new RecordReader(records, contract), run));
        try {
            var file = VerdictFile.write(out, VerdictFile.json(decision, clock.instant()));
            var console = new ConsoleReport(terminal);
            var report = new ArrayList<>(console.lines(decision));
            if (decision.environment().isPresent()) {
                report.add("Record: " + records.resolve(decision.runId()));
            }
            return new GateRun(decision.outcome().exitCode(), report, console.line(decision, file));
        } catch (IOException failed) {
            throw unwritable(out);
        }
    }

    /** What an earlier call decided must not be taken for the decision of this one, should this one fail. */
    private static void forget(Path out) {
        try {
            Files.deleteIfExists(out.resolve(VerdictFile.NAME));
        } catch (IOException failed) {
            throw unwritable(out);
        }
    }

    private static UsageException unwritable(Path out) {
        return new UsageException(
                "The verdict cannot be written to " + out + ": name a directory that can be, with --out.");
    }

    private static RunRecord record(RecordReader reader, String run) {
        if (run.equals(LATEST)) {
            return reader.latest().map(reader::read).orElseGet(reader::nothing);
        }
        return run.matches(RUN_ID)
                ? reader.read(run)
                : RunRecord.refused(
                        "'" + run + "' is not the id of a run.", "Name a run's directory, or " + LATEST + ".");
    }

    boolean passed() {
        return exitCode == 0;
    }
}
