package io.regcontract.drill.judge;

import io.regcontract.contract.Contract;
import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.policy.DrillPolicy;
import io.regcontract.drill.trial.OrderedDrill;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.journal.CalledOperation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges a trial by a policy. */
public final class DrillJudge {

    private final Contract contract;
    private final DrillPolicy policy;

    /** @param contract knows the names of the codes */
    public DrillJudge(Contract contract, DrillPolicy policy) {
        this.contract = contract;
        this.policy = policy;
    }

    /** Says all that is to be said of a trial. */
    public DrillDecision judge(Trial trial) {
        var codes = new CoverageTable(contract, trial).codes();
        var troubles = MetTrouble.all(trial);
        var told = new ToldComparison(trial).results();
        var found = new ArrayList<DrillFinding>();
        found.addAll(ReactionFindings.of(trial));
        found.addAll(new PhaseFindings(policy.status(), trial).findings());
        found.addAll(ToldFindings.of(trial, told));
        var judged = new ArrayList<DrillFinding>();
        judged.addAll(new Requirements(policy, trial, codes).findings());
        found.forEach(finding -> judged(finding).ifPresent(judged::add));
        var findings = excepted(judged);
        findings.sort(Comparator.comparing(DrillFinding::level));
        var outcome = outcome(trial, troubles, findings);
        return new DrillDecision(
                trial, outcome, sentence(trial, outcome, codes, troubles, findings), codes, troubles, findings, told);
    }

    /** What the policy makes of it; empty when it is to be ignored. */
    private Optional<DrillFinding> judged(DrillFinding finding) {
        var consequence = policy.consequence(finding.subject());
        if (consequence.isEmpty()) {
            return Optional.of(finding);
        }
        return switch (consequence.get()) {
            case FAILS -> Optional.of(finding.at(Level.FAILS));
            // What is not judged is shown as such, whatever else it may be called.
            case WARNS -> Optional.of(finding.level() == Level.NOT_JUDGED ? finding : finding.at(Level.WARNS));
            case IGNORED -> Optional.empty();
        };
    }

    private List<DrillFinding> excepted(List<DrillFinding> found) {
        var used = new HashSet<DrillPolicy.Exempt>();
        var findings = new ArrayList<DrillFinding>();
        for (var finding : found) {
            var exception = policy.exceptions().stream()
                    .filter(each -> each.scope().covers(finding.subject()))
                    .findFirst();
            exception.ifPresent(used::add);
            findings.add(exception.map(each -> finding.excepted(each.reason())).orElse(finding));
        }
        policy.exceptions().stream()
                .filter(each -> !used.contains(each))
                .map(each -> DrillFinding.of(
                        FindingNames.EXCEPTION_UNUSED,
                        Level.WARNS,
                        "The exception at " + each.place() + " fits nothing that was found: remove it."))
                .forEach(findings::add);
        return findings;
    }

    private static DrillOutcome outcome(Trial trial, List<MetTrouble> troubles, List<DrillFinding> findings) {
        if ((calls(trial) == 0 && troubles.isEmpty()) || trial.phases().stream().anyMatch(DrillJudge::isSilent)) {
            return DrillOutcome.NOTHING_CALLED;
        }
        return findings.stream().anyMatch(each -> each.level() == Level.FAILS)
                ? DrillOutcome.FAILED
                : DrillOutcome.PASS;
    }

    private static String sentence(
            Trial trial,
            DrillOutcome outcome,
            List<CodeCoverage> codes,
            List<MetTrouble> troubles,
            List<DrillFinding> findings) {
        if (outcome == DrillOutcome.NOTHING_CALLED) {
            var silent = trial.phases().stream()
                    .filter(DrillJudge::isSilent)
                    .map(phase -> " (" + phase.name() + ")")
                    .findFirst()
                    .orElse("");
            return "No call of the API was seen" + silent + ", so nothing is known: have the command call what"
                    + " REGCONTRACT_BASE_URL says, as a client that REGCONTRACT_OWNER_CLIENT_ID or"
                    + " REGCONTRACT_LOGIN_CLIENT_ID names.";
        }
        long met = codes.stream().filter(CodeCoverage::isMet).count();
        var coverage = met + " of " + codes.size() + " errors met that can come from what was called"
                + troubles.stream().map(trouble -> "; " + trouble.shown()).collect(Collectors.joining());
        var fails = findings.stream()
                .filter(each -> each.level() == Level.FAILS)
                .map(DrillFinding::name)
                .distinct()
                .toList();
        if (!fails.isEmpty()) {
            return "Not borne: " + String.join(", ", fails) + "; " + coverage + ".";
        }
        long warns =
                findings.stream().filter(each -> each.level() == Level.WARNS).count();
        return "Nothing forbidden was seen; " + coverage + (warns == 0 ? "." : "; " + warns + " to look at.");
    }

    /** A drill takes effect when a call comes, even one that is never answered. */
    private static boolean isSilent(Phase phase) {
        return phase.calls() == 0 && phase.drills().stream().noneMatch(OrderedDrill::tookEffect);
    }

    private static long calls(Trial trial) {
        return trial.journal().operations().stream()
                .mapToLong(CalledOperation::calls)
                .sum();
    }
}
