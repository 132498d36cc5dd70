package io.regcontract.traffic.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two recordings.
 *
 * @param differences by operation, then by code
 * @param alike how many pairs of operation and code both have, without a difference
 */
public record TrafficComparison(List<TrafficDifference> differences, int alike) {

    static final String SEEN = "seen";
    private static final List<String> ABSENT = List.of("absent");

    public TrafficComparison {
        differences = List.copyOf(differences);
    }

    /**
     * Compares.
     *
     * @param seenInBoth leaves out what only one of the two has answers of
     */
    public static TrafficComparison between(RecordedShapes before, RecordedShapes after, boolean seenInBoth) {
        var kinds = new TreeSet<>(before.shapes().keySet());
        kinds.addAll(after.shapes().keySet());
        var differences = new ArrayList<TrafficDifference>();
        var alike = 0;
        for (var kind : kinds) {
            var old = before.shapes().get(kind);
            var now = after.shapes().get(kind);
            if (old == null || now == null) {
                if (!seenInBoth) {
                    differences.add(new TrafficDifference(
                            kind.operation(),
                            kind.code(),
                            SEEN,
                            List.of(old == null ? "never" : "yes"),
                            List.of(now == null ? "never" : "yes"),
                            old == null ? 0 : old.answers(),
                            now == null ? 0 : now.answers()));
                }
                continue;
            }
            var found = differences(kind, old, now);
            alike += found.isEmpty() ? 1 : 0;
            differences.addAll(found);
        }
        return new TrafficComparison(differences, alike);
    }

    private static List<TrafficDifference> differences(AnswerKind kind, AnswerShape old, AnswerShape now) {
        var parts = new TreeSet<>(old.forms().keySet());
        parts.addAll(now.forms().keySet());
        var found = new ArrayList<TrafficDifference>();
        for (var part : parts) {
            var one = forms(old.forms().get(part));
            var other = forms(now.forms().get(part));
            if (!one.equals(other)) {
                found.add(new TrafficDifference(
                        kind.operation(), kind.code(), part, one, other, old.answers(), now.answers()));
            }
        }
        return found;
    }

    private static List<String> forms(@Nullable Set<String> seen) {
        return seen == null ? ABSENT : List.copyOf(new TreeSet<>(seen));
    }
}
