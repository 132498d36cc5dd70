package io.regcontract.traffic.judge;

import io.regcontract.contract.TrafficCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What was seen of traffic. Redacted: nothing in it needs hiding.
 *
 * @param pairs by the ids of the catalogue, or ids of the same form
 * @param exchanges all that came
 * @param foreign those that do not belong to the API
 * @param judged those that do, and were judged
 * @param unjudged those that do, and were not, by why
 * @param operations that were called, by path
 * @param remarks what requests show
 * @param hosts that judged exchanges went to, at most twenty
 * @param otherHosts that foreign exchanges went to, at most twenty, those with calls like the API's first
 * @param from when the first judged exchange began, where that is known
 * @param to when the last did
 * @param bodies whether data of people is in the samples
 */
public record TrafficSummary(
        SortedMap<String, JudgedPair> pairs,
        long exchanges,
        long foreign,
        long judged,
        List<Unjudged> unjudged,
        List<CalledOperation> operations,
        List<Remark> remarks,
        List<String> hosts,
        List<OtherHost> otherHosts,
        Optional<Instant> from,
        Optional<Instant> to,
        boolean bodies) {

    public TrafficSummary {
        unjudged = List.copyOf(unjudged);
        operations = List.copyOf(operations);
        remarks = List.copyOf(remarks);
        hosts = List.copyOf(hosts);
        otherHosts = List.copyOf(otherHosts);
    }

    /** A host that does not belong to the API; how many of its paths end as that of an operation. */
    public record OtherHost(String name, long exchanges, long likeOperations) {}

    /** A code and an operation, and what was seen of them. */
    public record JudgedPair(TrafficCatalogue.Pair pair, WitnessedPair witnessed) {}

    /** Exchanges of the API that could not be judged. */
    public record Unjudged(String reason, long count, String first) {}

    /** An operation that was called. */
    public record CalledOperation(String path, long calls, long successes, long failures) {}

    /** Calls that should not have succeeded. */
    public record Remark(String operation, String rule, String sentence, long count, String first) {}
}
