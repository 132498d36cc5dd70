package io.regcontract.report.judge;

import io.regcontract.report.record.Flaw;
import io.regcontract.report.record.Header;
import io.regcontract.report.record.Refusal;
import io.regcontract.report.record.RunRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The rules of the gate: what each thing that is not plainly proven leads to. */
final class Rules {

    static final String REFUSED = "refused";

    private final RunRecord run;
    private final List<CodeVerdict> codes;
    private final List<Finding> findings = new ArrayList<>();

    private Rules(RunRecord run, List<CodeVerdict> codes) {
        this.run = run;
        this.codes = codes;
    }

    /** The findings, worst first, within that in the order of record and codes. */
    static List<Finding> apply(RunRecord run, List<CodeVerdict> codes) {
        var rules = new Rules(run, codes);
        rules.toTheRecord();
        rules.toTheCoverage();
        codes.forEach(code -> code.judgements().forEach(rules::toTheRequirement));
        rules.findings.sort(Comparator.comparing(Finding::leadsTo, Outcome.WORST_FIRST));
        return rules.findings;
    }

    private void toTheRecord() {
        for (Refusal refusal : run.refusals()) {
            findings.add(Finding.ofRun(
                    REFUSED,
                    refusal.usage() ? Outcome.USAGE : Outcome.INCONCLUSIVE,
                    refusal.message() + " " + refusal.remedy()));
        }
        for (Flaw flaw : run.flaws()) {
            findings.add(
                    Finding.ofRun(flaw.rule(), flaw.missing() ? whatIsMissing() : Outcome.INCOMPLETE, flaw.message()));
        }
    }

    private void toTheCoverage() {
        if (run.header().isEmpty()) {
            if (findings.isEmpty()) {
                // A flaw or a refusal has said why by now. If ever none does, it takes a header to pass all the same.
                findings.add(Finding.ofRun(
                        "nothing-tested", Outcome.INCOMPLETE, "None of the " + codes.size() + " codes was tested."));
            }
            return;
        }
        Header header = run.header().get();
        if (!header.complete()) {
            findings.add(Finding.ofRun(
                    "selection-incomplete",
                    whatIsMissing(),
                    "The run was of a part only: " + header.selection()
                            + ". Run without a selection to have it judged."));
        }
        for (var code : codes) {
            if (code.judgements().isEmpty()) {
                findings.add(Finding.ofRun(
                        "code-without-requirement",
                        Outcome.INCOMPLETE,
                        "The suite has no requirement for "
                                + code.error().code().code() + " "
                                + code.error().name() + "."));
            }
        }
    }

    private void toTheRequirement(Judgement judgement) {
        switch (judgement.verdict()) {
            case PROVEN, WAIVED -> {}
            case PROVEN_WITH_ERRATUM -> eachCheck(judgement, Outcome.PASS);
            case COARSER, REFINED -> eachCheck(judgement, simulator() ? Outcome.CONTRACT : Outcome.PASS);
            case CONTRADICTED -> eachCheck(judgement, Outcome.CONTRACT);
            case BROKEN -> findings.add(Finding.of(judgement, Outcome.INCONCLUSIVE));
            case NOT_DRIVABLE ->
                findings.add(Finding.of(judgement, judgement.expected() ? Outcome.PASS : whatIsMissing()));
            case UNTESTED -> findings.add(Finding.of(judgement, whatIsMissing()));
        }
    }

    private void eachCheck(Judgement judgement, Outcome leadsTo) {
        judgement.grounds().forEach(check -> findings.add(Finding.of(judgement, check, leadsTo)));
    }

    /** A refused run has said itself why things are missing; then the refusal is the trouble, and the gap only to be known. */
    private Outcome whatIsMissing() {
        return run.refusals().isEmpty() ? Outcome.INCOMPLETE : Outcome.PASS;
    }

    private boolean simulator() {
        return run.header().map(header -> header.environment().simulator()).orElse(true);
    }
}
