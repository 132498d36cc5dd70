package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.policy.DrillPolicy.StatusRule;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.ProgramEnd;
import io.regcontract.drill.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** What is to be said of the ends of the command, and of drills that waited in vain. */
final class PhaseFindings {

    private final StatusRule rule;
    private final Trial trial;

    PhaseFindings(StatusRule rule, Trial trial) {
        this.rule = rule;
        this.trial = trial;
    }

    List<DrillFinding> findings() {
        var findings = new ArrayList<DrillFinding>();
        for (var phase : trial.phases()) {
            findings.addAll(ofEnd(phase));
            phase.drills().stream()
                    .filter(drill -> !drill.tookEffect())
                    .map(drill -> DrillFinding.of(
                            FindingNames.DRILL_IN_VAIN,
                            Level.FAILS,
                            "The drill " + drill.name() + " waited in vain, so nothing is known of it: "
                                    + drill.matched() + " calls came that it is for"
                                    + (drill.aims().isEmpty() ? "." : ", " + String.join(", ", drill.aims()) + ".")))
                    .forEach(findings::add);
        }
        return findings;
    }

    private List<DrillFinding> ofEnd(Phase phase) {
        var ended = "The command ended " + phase.end().shown() + " (" + phase.name() + ")";
        return switch (phase.end().kind()) {
            case SIGNALLED ->
                List.of(DrillFinding.of(
                        FindingNames.ENDED_BY_SIGNAL, Level.FAILS, ended + ": it told nobody what went wrong."));
            case TIMED_OUT ->
                List.of(DrillFinding.of(
                        FindingNames.TIMED_OUT, Level.FAILS, ended + ": it waits for what does not come."));
            case EXITED -> ofStatus(phase, ended);
        };
    }

    private List<DrillFinding> ofStatus(Phase phase, String ended) {
        var wanted = wanted(phase, phase.end());
        return wanted.isEmpty()
                ? List.of()
                : List.of(DrillFinding.of(FindingNames.EXIT_STATUS, Level.FAILS, ended + "; " + wanted + "."));
    }

    private String wanted(Phase phase, ProgramEnd end) {
        if (!phase.isDrilled()) {
            return rule.undisturbedSucceeds() && !end.isSuccess() ? "without a drill it has to succeed, with 0" : "";
        }
        return switch (rule.drilled()) {
            case ANY -> "";
            case SUCCESS -> end.isSuccess() ? "" : "the policy demands success, 0, of it while drills are armed";
            case FAILURE -> end.isSuccess() ? "the policy demands a failure of it while drills are armed, not 0" : "";
        };
    }
}
