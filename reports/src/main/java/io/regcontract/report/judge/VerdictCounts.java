package io.regcontract.report.judge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many there are of each verdict; every verdict is there, if only with 0. */
public record VerdictCounts(int total, Map<Verdict, Integer> each) {

    public VerdictCounts {
        each = Map.copyOf(each);
    }

    static VerdictCounts of(Collection<Verdict> verdicts) {
        var each = new EnumMap<Verdict, Integer>(Verdict.class);
        for (var verdict : Verdict.values()) {
            each.put(verdict, 0);
        }
        verdicts.forEach(verdict -> each.merge(verdict, 1, Integer::sum));
        return new VerdictCounts(verdicts.size(), each);
    }

    /** The count of one verdict. */
    public int of(Verdict verdict) {
        return each.getOrDefault(verdict, 0);
    }
}
