package io.regcontract.report.judge;

import io.regcontract.report.policy.Waiver;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The verdict of one requirement and its grounds.
 *
 * @param requirement its id
 * @param code the documented code it is about
 * @param why the grounds in words where checks do not say it all; may be empty
 * @param expected for not-drivable: whether the environment's kind says so
 * @param grounds the must-checks that decided
 * @param waivers those that tolerate all of the grounds, when it is waived
 * @param observation empty when untested
 */
public record Judgement(
        String requirement,
        int code,
        Verdict verdict,
        String why,
        boolean expected,
        List<Check> grounds,
        List<Waiver> waivers,
        Optional<Observation> observation) {

    public Judgement {
        grounds = List.copyOf(grounds);
        waivers = List.copyOf(waivers);
    }

    static Judgement of(Observation observation, Verdict verdict, String why, List<Check> grounds) {
        return new Judgement(
                observation.requirement().id(),
                observation.requirement().code(),
                verdict,
                why,
                false,
                grounds,
                List.of(),
                Optional.of(observation));
    }

    static Judgement untested(String requirement, int code) {
        return new Judgement(
                requirement,
                code,
                Verdict.UNTESTED,
                "not observed in this run",
                false,
                List.of(),
                List.of(),
                Optional.empty());
    }

    static Judgement neverSeen(String requirement, int code) {
        return new Judgement(
                requirement,
                code,
                Verdict.NEVER_SEEN,
                "not among the traffic",
                false,
                List.of(),
                List.of(),
                Optional.empty());
    }

    Judgement asExpected(String reason) {
        return new Judgement(requirement, code, verdict, reason, true, grounds, waivers, observation);
    }

    Judgement waivedBy(List<Waiver> tolerant) {
        var by = "by " + tolerant.stream().map(Waiver::id).collect(Collectors.joining(", "));
        return new Judgement(requirement, code, Verdict.WAIVED, by, expected, grounds, tolerant, observation);
    }

    /** Whether calls of its set-up had to be repeated. The call that is judged never is. */
    public boolean flaky() {
        return observation.filter(seen -> seen.earlierAttempts() > 0).isPresent();
    }
}
