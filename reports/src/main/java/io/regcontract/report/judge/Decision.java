package io.regcontract.report.judge;

import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.RecordHeader;
import io.regcontract.report.traffic.Traffic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the gate decided about a run, and everything it goes by.
 *
 * @param runId the run that was judged; empty when there was none
 * @param environment where it took place, when the record says so
 * @param judged which record that was, when there was one
 * @param terms what it was judged by
 * @param sentence the decision in one sentence
 * @param reservation what a pass leaves open, in a sentence: what the policy did not ask for. A pass that has one is
 *     told with it, wherever it is told
 * @param codes all documented codes, in order
 * @param findings worst first
 */
public record Decision(
        String runId,
        Optional<RecordHeader.Environment> environment,
        Optional<JudgedRecord> judged,
        GateCriteria terms,
        GateOutcome outcome,
        String sentence,
        Optional<String> reservation,
        List<CodeVerdict> codes,
        List<GateFinding> findings) {

    public Decision {
        codes = List.copyOf(codes);
        findings = List.copyOf(findings);
    }

    /** This decision with leaked secrets added. A leak outranks everything except a usage error. */
    public Decision withLeaks(List<Leak> leaks) {
        return with(leaks.stream()
                .map(leak -> GateFinding.ofRun(
                        "leak",
                        GateOutcome.LEAK,
                        leak.file() + " holds the secret " + leak.name() + ", in its " + leak.form()
                                + " form. Delete the file wherever it went, and change the secret."))
                .toList());
    }

    /** This decision when the leak scan failed: without a scan, "no leak found" means nothing. */
    public Decision withoutLeakScan(String why) {
        return with(List.of(GateFinding.ofRun(
                "leak-search-failed",
                GateOutcome.LEAK,
                "Whether a secret was left behind is not known, the search for them failed: " + why
                        + " Hand nothing on before it has succeeded.")));
    }

    private Decision with(List<GateFinding> more) {
        var all = new ArrayList<>(findings);
        all.addAll(more);
        all.sort(Comparator.comparing(GateFinding::leadsTo, GateOutcome.WORST_FIRST)
                .thenComparing(GateFinding::level));
        var worst = all.get(0).leadsTo();
        var first = DecisionSentence.of(worst, codes, all, traffic());
        // Found after the judging, and outranks the verdict, which is told beside it.
        var beside = worst == outcome || outcome == GateOutcome.PASS
                ? ""
                : " Beside that: " + outcome.word() + " (exit " + outcome.exitCode() + "): " + sentence;
        return new Decision(runId, environment, judged, terms, worst, first + beside, reservation, codes, all);
    }

    /** Whether nothing was driven: recorded or passing traffic was judged. */
    public boolean isOfTraffic() {
        return environment.filter(RecordHeader.Environment::traffic).isPresent();
    }

    /** What traffic was judged, where it was and the record says so. */
    public Optional<Traffic> traffic() {
        return judged.flatMap(JudgedRecord::traffic);
    }

    /** A pass that leaves something open: never told as a plain one. */
    public boolean reserved() {
        return outcome == GateOutcome.PASS && reservation.isPresent();
    }

    /** The outcome in a heading: {@code PASS}, {@code PASS WITH RESERVATION}, {@code CONTRACT}. */
    public String heading() {
        return outcome.word().toUpperCase(Locale.ROOT) + (reserved() ? " WITH RESERVATION" : "");
    }

    /** Who answers for a finding: for a waived one its waiver's owner, else the owner of the requirement. */
    public Optional<String> ownerOf(GateFinding finding) {
        return finding.waiver()
                .map(Waiver::owner)
                .or(() -> finding.judgement().map(Judgement::requirement).flatMap(terms.policy()::ownerOf));
    }

    /** The codes, each counted under its verdict. */
    public VerdictCounts codeCounts() {
        return VerdictCounts.of(codes.stream().map(CodeVerdict::verdict).toList(), isOfTraffic());
    }

    /** The requirements, each counted under its verdict. */
    public VerdictCounts requirementCounts() {
        return VerdictCounts.of(judgements().stream().map(Judgement::verdict).toList(), isOfTraffic());
    }

    /** All requirements, by code and id. */
    public List<Judgement> judgements() {
        return codes.stream()
                .map(CodeVerdict::judgements)
                .flatMap(Collection::stream)
                .toList();
    }
}
