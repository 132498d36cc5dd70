package io.regcontract.report.cli;

import io.regcontract.contract.Contract;
import io.regcontract.report.history.BaselineFile;
import io.regcontract.report.history.Changes;
import io.regcontract.report.history.RunHistory;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.record.Evidence;
import io.regcontract.report.record.RunRecord;
import io.regcontract.report.render.Page;
import io.regcontract.report.render.Story;
import io.regcontract.report.render.VerdictFile;
import io.regcontract.report.render.WaiverPaste;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes all that is told of a decision. The verdict comes last: where it stands, the rest stands too. */
final class Outputs {

    private static final int RUNS_OF_A_TREND = 20;

    private final GateOptions options;
    private final Path out;

    Outputs(GateOptions options) {
        this.options = options;
        this.out = options.out();
    }

    void write(Contract contract, RunRecord run, Decision decision) throws IOException {
        Files.createDirectories(out);
        var story = story(contract, run, decision);
        var baseline = BaselineFile.of(decision);
        if (baseline.isPresent()) {
            Files.writeString(out.resolve(BaselineFile.NAME), BaselineFile.text(baseline.get()));
        }
        var waivers = WaiverPaste.text(decision);
        if (!waivers.isEmpty()) {
            Files.writeString(out.resolve(WaiverPaste.NAME), waivers);
        }
        new Page(story).write(out);
        VerdictFile.write(out, VerdictFile.json(decision));
    }

    /** The story, with this run added to the history of its environment. */
    private Story story(Contract contract, RunRecord run, Decision decision) throws IOException {
        var history = decision.environment().map(here -> RunHistory.of(options.history(), here.name()));
        if (history.isPresent()) {
            history.get().add(RunHistory.passed(run, decision));
        }
        return new Story(
                contract,
                run,
                decision,
                Evidence.of(options.records(), decision.runId()),
                decision.terms()
                        .baseline()
                        .flatMap(before ->
                                BaselineFile.of(decision).map(after -> Changes.between(before, after))),
                history.map(runs -> runs.before(decision.runId(), RUNS_OF_A_TREND - 1)).orElse(List.of()));
    }
}
