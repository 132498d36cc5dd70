package io.regcontract.report.judge;

import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import java.util.List;
import java.util.Optional;

/**
 * The verdict of one requirement and its grounds.
 *
 * @param requirement its id
 * @param code the documented code it is about
 * @param why the grounds in words where checks do not say it all; may be empty
 * @param expected for not-drivable: whether the environment's kind says so
 * @param grounds the must-checks that decided
 * @param observation empty when untested
 */
public record Judgement(
        String requirement,
        int code,
        Verdict verdict,
        String why,
        boolean expected,
        List<Check> grounds,
        Optional<Observation> observation) {

    public Judgement {
        grounds = List.copyOf(grounds);
    }

    static Judgement of(Observation observation, Verdict verdict, String why, List<Check> grounds) {
        return new Judgement(
                observation.requirement().id(),
                observation.requirement().code(),
                verdict,
                why,
                false,
                grounds,
                Optional.of(observation));
    }

    static Judgement untested(String requirement, int code) {
        return new Judgement(
                requirement, code, Verdict.UNTESTED, "not observed in this run", false, List.of(), Optional.empty());
    }

    Judgement asExpected(String reason) {
        return new Judgement(requirement, code, verdict, reason, true, grounds, observation);
    }
}
