package io.regcontract.report.judge;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The verdicts of an earlier run.
 *
 * @param environment name of the environment it took place in
 * @param requirements verdicts by id of the requirement
 * @param shapes in what way requirements fail, by their ids: the failing checks and the answered code
 */
public record Baseline(
        String runId,
        String environment,
        String kind,
        String dialect,
        SortedMap<String, Verdict> requirements,
        SortedMap<String, String> shapes) {

    public Baseline {
        requirements = Collections.unmodifiableSortedMap(new TreeMap<>(requirements));
        shapes = Collections.unmodifiableSortedMap(new TreeMap<>(shapes));
    }
}
