package io.regcontract.report.judge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many there are of each verdict; every verdict of its kind, of runs or of traffic, is there, if only with 0. */
public record VerdictCounts(int total, Map<Verdict, Integer> each) {

    public VerdictCounts {
        each = Map.copyOf(each);
    }

    static VerdictCounts of(Collection<Verdict> verdicts, boolean traffic) {
        var each = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var verdict : Verdict.all(traffic)) {
            each.put(verdict, 0);
        }
        verdicts.forEach(verdict -> each.merge(verdict, 1, Integer::sum));
        return new VerdictCounts(verdicts.size(), each);
    }

    /** The verdicts that it counts, from what passes to what is missing. */
    public List<Verdict> verdicts() {
        return Verdict.all(each.containsKey(Verdict.NEVER_SEEN));
    }

    /** How many were seen to hold. */
    public int held() {
        return each.entrySet().stream()
                .filter(count -> count.getKey().holds())
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The count of one verdict. */
    public int of(Verdict verdict) {
        return each.getOrDefault(verdict, 0);
    }
}
