package io.regcontract.report.record;

import io.regcontract.report.traffic.TrafficAnswers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What one attempt at a requirement saw. Its exchanges stay in the record: they are the evidence for what the checks
 * say.
 *
 * @param reason why it was not observed; empty when it was
 * @param answeredCode the code of the answer, when it was an integer on the wire
 * @param answeredError the error name of the answer
 * @param requestToken the request token of the answer
 * @param earlierAttempts how many calls of its set-up the service put off, which then were repeated
 * @param startedAt when the attempt began, UTC
 * @param millis how long it took
 * @param answers for how many answers it stands, where it is of recorded traffic
 * @param doubt in what its exchanges do not bear it out; empty when they do, or when nothing was observed
 * @param place file and line in the record
 * @param offset where in that file the line begins, in bytes
 * @param length of the line, in bytes
 */
public record Observation(
        Requirement requirement,
        Outcome outcome,
        String reason,
        Optional<String> missingCapability,
        OptionalInt answeredCode,
        Optional<String> answeredError,
        Optional<String> requestToken,
        List<Check> checks,
        int earlierAttempts,
        Instant startedAt,
        double millis,
        Optional<TrafficAnswers> answers,
        Optional<String> doubt,
        RecordLocation place,
        long offset,
        int length) {

    public Observation {
        checks = List.copyOf(checks);
    }

    /** The same with other checks. */
    public Observation with(List<Check> others) {
        return new Observation(
                requirement,
                outcome,
                reason,
                missingCapability,
                answeredCode,
                answeredError,
                requestToken,
                others,
                earlierAttempts,
                startedAt,
                millis,
                answers,
                doubt,
                place,
                offset,
                length);
    }

    /** How the attempt ended. */
    public enum Outcome {
        OBSERVED,
        BROKEN,
        NOT_DRIVABLE,
        OUT_OF_SCOPE
    }
}
