package io.regcontract.report.cli;

import io.regcontract.contract.Contract;
import io.regcontract.contract.input.DiskFull;
import io.regcontract.contract.input.RunId;
import io.regcontract.contract.yaml.YamlException;
import io.regcontract.report.attest.AttestationFile;
import io.regcontract.report.attest.AttestationRequest;
import io.regcontract.report.history.BaselineFile;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Gate;
import io.regcontract.report.judge.GateCriteria;
import io.regcontract.report.judge.Leak;
import io.regcontract.report.policy.Policy;
import io.regcontract.report.policy.PolicyReader;
import io.regcontract.report.record.RecordReader;
import io.regcontract.report.record.RunRecord;
import io.regcontract.report.record.RunRefusal;
import io.regcontract.report.render.console.ConsoleReport;
import io.regcontract.report.render.console.Terminal;
import io.regcontract.report.render.export.VerdictFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One judging of one run: read, decide, write. A verdict is written in any case.
 *
 * @param exitCode what the process is to return
 * @param report table and troubles, for the console
 * @param line the decision on one line, for the console and for Maven
 * @param verdict its verdict alone
 * @param sentence and why it is so
 */
record GateRun(int exitCode, List<String> report, String line, String verdict, String sentence) {

    static final String LATEST = "latest";

    /**
     * @param leaks searches what was written; what it finds changes the decision
     * @throws UsageException when the verdict cannot be written
     */
    static GateRun of(GateOptions options, Terminal terminal, LeakSearch leaks) {
        return of(options, terminal, leaks, contract -> decide(options, contract));
    }

    /**
     * Judges nothing, since the call was wrong, and leaves a verdict that says so.
     *
     * @throws UsageException when the verdict cannot be written
     */
    static GateRun refused(GateOptions options, Terminal terminal, LeakSearch leaks, RunRefusal reason) {
        return of(options, terminal, leaks, contract -> refused(options, contract, List.of(reason)));
    }

    private static GateRun of(
            GateOptions options, Terminal terminal, LeakSearch leaks, Function<Contract, Judged> judging) {
        forget(options.out());
        var contract = Contract.load();
        var judged = judging.apply(contract);
        try {
            var attestor = new DecisionAttestor(
                    options,
                    judged.run(),
                    judged.decision().terms().baseline().flatMap(any -> baselineFile(options, judged.run())));
            var written = written(options, contract, judged, leaks, attestor);
            var decision = written.decision();
            var console = new ConsoleReport(terminal);
            var report = new ArrayList<>(console.lines(decision));
            if (decision.environment().isPresent()) {
                report.add("Record: " + options.records().resolve(decision.runId()));
            }
            decision.judged().map(judge -> judge.sentence()).ifPresent(report::add);
            written.attested().ifPresent(report::add);
            return new GateRun(
                    decision.outcome().exitCode(),
                    report,
                    console.line(decision, options.out().resolve(VerdictFile.NAME)),
                    console.verdict(decision),
                    console.sentence(decision));
        } catch (IOException failed) {
            throw unwritable(options.out(), failed);
        }
    }

    /**
     * A policy or a baseline that cannot be read is itself the decision: nothing is judged by half of what was
     * demanded.
     */
    private static Judged decide(GateOptions options, Contract contract) {
        try {
            var asked = PolicyReader.read(options.policy());
            var read = record(new RecordReader(options.records(), contract, options.demands()), options.run());
            var run = read.with(new ProfileClaims(options.profiles()).flaws(read));
            var policy = DeclaredDeviations.beside(asked, run, options.profiles(), options.asOf());
            var baseline = baselineFile(options, run).map(BaselineFile::read);
            return new Judged(run, new Gate(contract, new GateCriteria(policy, options.asOf(), baseline)).decide(run));
        } catch (YamlException wrong) {
            return refused(
                    options,
                    contract,
                    wrong.problems().stream()
                            .map(problem -> new RunRefusal(true, problem.message(), problem.remedy()))
                            .toList());
        } catch (BaselineFile.UnreadableException wrong) {
            return refused(
                    options,
                    contract,
                    List.of(new RunRefusal(
                            true, wrong.getMessage(), "Take a " + BaselineFile.NAME + " that the gate wrote.")));
        }
    }

    private static Judged refused(GateOptions options, Contract contract, List<RunRefusal> reasons) {
        var run = RunRecord.refused(reasons);
        return new Judged(
                run, new Gate(contract, new GateCriteria(Policy.none(), options.asOf(), Optional.empty())).decide(run));
    }

    /**
     * Writes everything. Reports are rendered twice only when a secret is found in them that was found nowhere else.
     */
    private static Written written(
            GateOptions options, Contract contract, Judged judged, LeakSearch leaks, DecisionAttestor attestor)
            throws IOException {
        var reports = new ReportFiles(options);
        // A run that was refused unread has secrets all the same.
        var judgedRun = judged.decision().runId();
        var runId = judgedRun.isEmpty() ? options.run() : judgedRun;
        var decision = told(judged.decision(), runId, () -> leaks.beforeReports(runId));
        reports.write(contract, judged.run(), decision);
        var verdict = options.out().resolve(VerdictFile.NAME);
        var drafts = new LinkedHashMap<>(Map.of(verdict, VerdictFile.text(decision, options.build())));
        attestor.attestation(decision).ifPresent(made -> drafts.put(made.file(), made.statement()));
        var found = new ArrayList<Leak>();
        var searched = told(judged.decision(), runId, () -> {
            found.addAll(leaks.afterReports(runId, drafts));
            return found;
        });
        if (!searched.equals(decision)) {
            reports.write(contract, judged.run(), searched);
        }
        var attested = attestor.write(searched, found);
        try {
            VerdictFile.write(options.out(), VerdictFile.text(searched, options.build()));
        } catch (IOException failed) {
            options.attestation().map(AttestationRequest::file).ifPresent(AttestationFile::forget);
            throw failed;
        }
        return new Written(searched, attested);
    }

    private record Written(Decision decision, Optional<String> attested) {}

    /** The decision with the leaks that were found. What is no run has no secrets, and its name is no path. */
    private static Decision told(Decision judged, String runId, Search search) {
        if (!RunId.is(runId)) {
            return judged;
        }
        try {
            var found = search.leaks();
            return found.isEmpty() ? judged : judged.withLeaks(found);
        } catch (IOException failed) {
            return judged.withoutLeakScan(String.valueOf(failed.getMessage()));
        }
    }

    @FunctionalInterface
    private interface Search {
        List<Leak> leaks() throws IOException;
    }

    private record Judged(RunRecord run, Decision decision) {}

    private static Optional<Path> baselineFile(GateOptions options, RunRecord run) {
        return options.baseline().or(() -> run.header()
                .map(header -> header.environment().policyName())
                .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
                .map(name -> options.policy().resolve("baselines").resolve(name + ".json"))
                .filter(Files::exists));
    }

    /** What an earlier call decided must not be taken for the decision of this one, should this one fail. */
    private static void forget(Path out) {
        try {
            ReportFiles.forget(out);
        } catch (IOException failed) {
            throw unwritable(out, failed);
        }
    }

    private static UsageException unwritable(Path out, IOException failed) {
        return new UsageException("The verdict cannot be written to " + out
                + (DiskFull.isCauseOf(failed)
                        ? ": no room is left on its disk. Make some, and judge the run again."
                        : ": name a directory that can be, with --out."));
    }

    private static RunRecord record(RecordReader reader, String run) {
        if (run.equals(LATEST)) {
            return reader.latest().map(reader::read).orElseGet(reader::nothing);
        }
        return RunId.is(run)
                ? reader.read(run)
                : RunRecord.refused(
                        RunId.problem(run),
                        "Name a run with --run ID, or " + LATEST + "; in a build, with -Dregcontract.run=ID.");
    }

    boolean passed() {
        return exitCode == 0;
    }
}
