package io.regcontract.drill.judge;

import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.policy.DrillPolicy.StatusRule;
import io.regcontract.drill.trial.OrderedDrill;
import io.regcontract.drill.trial.Phase;
import io.regcontract.drill.trial.ProgramEnd;
import io.regcontract.drill.trial.Trial;
import io.regcontract.simulator.control.OfferedDrill;
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
                            "The drill " + drill.name() + " waited in vain, so nothing is known of it: " + why(drill)))
                    .forEach(findings::add);
        }
        return findings;
    }

    private String why(OrderedDrill drill) {
        var aims = drill.aims().isEmpty() ? "" : ", " + String.join(", ", drill.aims());
        if (drill.passedOver() == 0) {
            return calls(drill.matched()) + " came that it is for" + aims + ".";
        }
        var does = trial.offered().stream()
                .filter(offered -> offered.name().equals(drill.name()))
                .map(OfferedDrill::does)
                .findFirst()
                .orElse("");
        return (drill.matched() == 0 ? "" : calls(drill.matched()) + " came that it is for" + aims + "; ")
                + calls(drill.passedOver()) + " came that it is aimed at" + (drill.matched() == 0 ? aims : "")
                + ", but it could change nothing for " + (drill.passedOver() == 1 ? "it" : "them") + ". What it does: "
                + does + " 'regcontract drill list' says when it shows.";
    }

    private static String calls(long number) {
        return number + (number == 1 ? " call" : " calls");
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
