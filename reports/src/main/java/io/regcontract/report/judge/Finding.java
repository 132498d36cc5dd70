package io.regcontract.report.judge;

import io.regcontract.report.record.Check;
import java.util.Optional;

/**
 * One thing that is not plainly proven.
 *
 * @param rule the rule of the gate that speaks, a slug for life
 * @param leadsTo what the gate would say if this were all; {@code PASS} for what is only to be known
 * @param message what is the matter, one or two sentences
 * @param judgement of the requirement concerned
 * @param check the check concerned
 */
public record Finding(
        String rule, Outcome leadsTo, String message, Optional<Judgement> judgement, Optional<Check> check) {

    static Finding ofRun(String rule, Outcome leadsTo, String message) {
        return new Finding(rule, leadsTo, message, Optional.empty(), Optional.empty());
    }

    static Finding of(Judgement judgement, Outcome leadsTo) {
        return new Finding(rule(judgement), leadsTo, message(judgement), Optional.of(judgement), Optional.empty());
    }

    static Finding of(Judgement judgement, Check check, Outcome leadsTo) {
        return new Finding(
                rule(judgement),
                leadsTo,
                check.id()
                        + (check.relaxedBy().isEmpty() ? " fails" : " holds by " + String.join(", ", check.relaxedBy()))
                        + " in " + judgement.requirement() + ".",
                Optional.of(judgement),
                Optional.of(check));
    }

    private static String rule(Judgement judgement) {
        return judgement.verdict().word() + (judgement.expected() ? "-as-expected" : "");
    }

    private static String message(Judgement judgement) {
        return judgement.requirement() + " is " + judgement.verdict().word()
                + (judgement.why().isEmpty() ? "" : ": " + judgement.why());
    }
}
