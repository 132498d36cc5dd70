package io.regcontract.report.judge;

import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.Check;
import java.util.Optional;

/**
 * One thing that is not plainly proven.
 *
 * @param rule the rule of the gate that speaks, a slug for life
 * @param leadsTo what the gate would say if this were all; {@code PASS} for what is only to be known
 * @param level how loud it is said
 * @param message what is the matter, one or two sentences
 * @param judgement of the requirement concerned
 * @param check the check concerned
 * @param waiver the waiver concerned
 */
public record GateFinding(
        String rule,
        GateOutcome leadsTo,
        Level level,
        String message,
        Optional<Judgement> judgement,
        Optional<Check> check,
        Optional<Waiver> waiver) {

    /** How loud a finding is said. */
    public enum Level {
        /** Keeps the run from passing. */
        FAILS,
        /** Passes, and someone should look at it. */
        WARNS,
        /** Passes, as everyone expects. */
        NOTES
    }

    static GateFinding ofRun(String rule, GateOutcome leadsTo, String message) {
        return new GateFinding(
                rule, leadsTo, level(leadsTo), message, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static GateFinding of(String rule, GateOutcome leadsTo, String message, Waiver waiver) {
        return new GateFinding(
                rule, leadsTo, level(leadsTo), message, Optional.empty(), Optional.empty(), Optional.of(waiver));
    }

    static GateFinding of(String rule, GateOutcome leadsTo, String message, Judgement judgement) {
        return new GateFinding(
                rule, leadsTo, level(leadsTo), message, Optional.of(judgement), Optional.empty(), Optional.empty());
    }

    static GateFinding of(
            String rule, GateOutcome leadsTo, String message, Judgement judgement, Check check, Waiver waiver) {
        return new GateFinding(
                rule,
                leadsTo,
                level(leadsTo),
                message,
                Optional.of(judgement),
                Optional.of(check),
                Optional.of(waiver));
    }

    static GateFinding of(Judgement judgement, GateOutcome leadsTo) {
        return of(rule(judgement), leadsTo, message(judgement), judgement);
    }

    static GateFinding of(Judgement judgement, Check check, GateOutcome leadsTo) {
        return new GateFinding(
                rule(judgement),
                leadsTo,
                level(leadsTo),
                check.id()
                        + (check.relaxedBy().isEmpty() ? " fails" : " holds by " + String.join(", ", check.relaxedBy()))
                        + " in " + judgement.requirement() + ".",
                Optional.of(judgement),
                Optional.of(check),
                judgement.waivers().stream()
                        .filter(waiver -> waiver.check().equals(check.id()))
                        .findFirst());
    }

    /** The same, and the run passes all the same. */
    GateFinding asWarning() {
        return new GateFinding(rule, GateOutcome.PASS, Level.WARNS, message, judgement, check, waiver);
    }

    /** The same, for the record only. */
    GateFinding asNote() {
        return new GateFinding(rule, GateOutcome.PASS, Level.NOTES, message, judgement, check, waiver);
    }

    private static Level level(GateOutcome leadsTo) {
        return leadsTo == GateOutcome.PASS ? Level.NOTES : Level.FAILS;
    }

    private static String rule(Judgement judgement) {
        return judgement.verdict().word() + (judgement.expected() ? "-as-expected" : "");
    }

    private static String message(Judgement judgement) {
        return judgement.requirement() + " is " + judgement.verdict().word()
                + (judgement.why().isEmpty() ? "" : ": " + judgement.why());
    }
}
