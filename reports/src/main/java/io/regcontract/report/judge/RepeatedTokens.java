package io.regcontract.report.judge;

import io.regcontract.report.record.Check;
import io.regcontract.report.record.Check.Result;
import io.regcontract.report.record.Observation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request token identifies one operation. The suite sees it repeated within a shard, and here it is seen across all
 * that a run observed: the check of the second observation then fails, whatever its shard could know.
 */
final class RepeatedTokens {

    private static final String UNIQUE = "token.unique";

    private RepeatedTokens() {}

    /** The observations as they stand beside each other. */
    static List<Observation> marked(List<Observation> observations) {
        Map<String, String> seen = new HashMap<>();
        var marked = new ArrayList<Observation>(observations.size());
        for (var observation : observations) {
            // Whoever judged traffic has seen all of it, and told which of two answers came second.
            var earlier = Optional.of(observation)
                    .filter(one -> one.answers().isEmpty() || unique(one))
                    .flatMap(Observation::requestToken)
                    .map(token ->
                            seen.putIfAbsent(token, observation.requirement().id()));
            marked.add(
                    earlier.isPresent() && unique(observation) ? repeating(observation, earlier.get()) : observation);
        }
        return marked;
    }

    private static boolean unique(Observation observation) {
        return observation.checks().stream()
                .anyMatch(check -> check.id().equals(UNIQUE) && check.result() == Result.HOLDS);
    }

    private static Observation repeating(Observation observation, String earlier) {
        return observation.with(observation.checks().stream()
                .map(check -> check.id().equals(UNIQUE)
                        ? new Check(
                                UNIQUE,
                                check.weight(),
                                Result.FAILS,
                                "not seen before",
                                "also in " + earlier,
                                "",
                                List.of())
                        : check)
                .toList());
    }
}
