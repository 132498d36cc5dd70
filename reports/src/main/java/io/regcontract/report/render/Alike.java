package io.regcontract.report.render;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cause that fails a hundred requirements: the same check with the same value, in several codes. It is mended once, so it
 * is said once, before the first of them. The page finds the same in its script.
 *
 * @param check its id
 * @param actual what came instead of what was expected
 * @param requirements how many it fails
 * @param codes how many those are about
 */
record Alike(String check, String actual, long requirements, long codes) {

    private static final int FEWEST_REQUIREMENTS = 3;
    private static final int FEWEST_CODES = 2;
    private static final int MOST = 5;

    /** The widest first. */
    static List<Alike> in(Decision decision) {
        record Cause(String check, String actual) {}
        Map<Cause, List<Judgement>> failing = new LinkedHashMap<>();
        for (var judgement : decision.judgements()) {
            if (judgement.verdict().fails()) {
                judgement.grounds().stream()
                        .filter(Check::failsOutright)
                        .map(check -> new Cause(check.id(), check.actual().isEmpty() ? check.reason() : check.actual()))
                        .distinct()
                        .forEach(cause -> failing.computeIfAbsent(cause, first -> new ArrayList<>())
                                .add(judgement));
            }
        }
        return failing.entrySet().stream()
                .map(entry -> new Alike(
                        entry.getKey().check(),
                        entry.getKey().actual(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .map(Judgement::code)
                                .distinct()
                                .count()))
                .filter(alike -> alike.requirements() >= FEWEST_REQUIREMENTS && alike.codes() >= FEWEST_CODES)
                .sorted(Comparator.comparingLong(Alike::requirements).reversed())
                .limit(MOST)
                .toList();
    }

    /** "123 requirements of 43 codes". */
    String extent() {
        return requirements + " requirements of " + codes + " codes";
    }
}
