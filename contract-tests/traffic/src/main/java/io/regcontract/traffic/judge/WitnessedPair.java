package io.regcontract.traffic.judge;

import io.regcontract.suite.evidence.Exchange;
import io.regcontract.suite.observe.Observation.AnswerSummary;
import io.regcontract.suite.observe.Observation.ExaminedCheck;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All answers of one code from one operation.
 *
 * @param judged how many
 * @param contradicted for how many of them a check failed that must hold
 * @param first when the first was asked for, where that is known
 * @param last when the last was
 * @param element where among the results of a success the first stands, if all stand in such a place
 * @param answered what the first of them says of itself, the first that contradicts before all others
 * @param checks in their usual order
 * @param samples redacted; first those that contradict
 */
public record WitnessedPair(
        long judged,
        long contradicted,
        Optional<Instant> first,
        Optional<Instant> last,
        Optional<String> element,
        AnswerSummary answered,
        List<CheckedAnswers> checks,
        List<Exchange> samples) {

    public WitnessedPair {
        checks = List.copyOf(checks);
        samples = List.copyOf(samples);
    }

    /**
     * One check over all of the answers.
     *
     * @param first what it found of the first that failed it, or else of any
     * @param failures how many failed it
     * @param place where the first of those stands; empty where none failed
     */
    public record CheckedAnswers(ExaminedCheck first, long failures, String place) {}
}
