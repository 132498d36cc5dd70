package io.regcontract.report.judge;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The verdicts of an earlier run.
 *
 * @param environment name of the environment it took place in
 * @param requirements verdicts by id of the requirement
 */
public record Baseline(
        String runId, String environment, String kind, String dialect, SortedMap<String, Verdict> requirements) {

    public Baseline {
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
    }
}
