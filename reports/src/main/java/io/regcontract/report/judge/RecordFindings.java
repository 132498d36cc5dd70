package io.regcontract.report.judge;

import io.regcontract.report.record.RecordFlaw;
import io.regcontract.report.record.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** What the gate says of a record that is not the whole truth, or of a run that was refused. */
final class RecordFindings {

    private RecordFindings() {}

    /** @param enoughShards whether the policy asks for no more shards than there are */
    static List<GateFinding> of(RunRecord run, boolean enoughShards) {
        var findings = new ArrayList<GateFinding>();
        for (var refusal : run.refusals()) {
            findings.add(GateFinding.ofRun(
                    GateRules.REFUSED,
                    refusal.usage() ? GateOutcome.USAGE : GateOutcome.INCONCLUSIVE,
                    refusal.message() + " " + refusal.remedy()));
        }
        for (var flaw : run.flaws()) {
            var finding = GateFinding.ofRun(flaw.rule(), leadsTo(flaw, run), flaw.message());
            findings.add(flaw.rule().equals(RecordFlaw.SHARD_MISSING) && enoughShards ? finding.asWarning() : finding);
        }
        return findings;
    }

    private static GateOutcome leadsTo(RecordFlaw flaw, RunRecord run) {
        if (flaw.rule().equals(RecordFlaw.LEFTOVER)) {
            return GateOutcome.LEAK;
        }
        return flaw.missing() ? whatIsMissing(run) : GateOutcome.INCOMPLETE;
    }

    /** A refused run states its reason; missing parts are then reported as a note only. */
    static GateOutcome whatIsMissing(RunRecord run) {
        return run.refusals().isEmpty() ? GateOutcome.INCOMPLETE : GateOutcome.PASS;
    }
}
