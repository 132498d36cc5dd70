package io.regcontract.report.attest;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The requirements by what came of each, as in-toto counts tests. One of which nothing was seen and that the policy lets
 * be, such as one that is not drivable as expected, is in none of the lists.
 *
 * @param passed seen to hold, and nothing is remarked upon
 * @param warned seen, and waived, or something is remarked upon
 * @param failed contradicted, even where the policy only reports it, or keeps the run from passing
 */
record RequirementResults(List<String> passed, List<String> warned, List<String> failed) {

    RequirementResults {
        passed = List.copyOf(passed);
        warned = List.copyOf(warned);
        failed = List.copyOf(failed);
    }

    static RequirementResults of(Decision decision) {
        var failing = concerned(decision, GateFinding.Level.FAILS);
        var remarkable = concerned(decision, GateFinding.Level.WARNS);
        var passed = new ArrayList<String>();
        var warned = new ArrayList<String>();
        var failed = new ArrayList<String>();
        for (var judgement : decision.judgements()) {
            var id = judgement.requirement();
            if (failing.contains(id) || judgement.verdict() == Verdict.CONTRADICTED) {
                failed.add(id);
            } else if (judgement.verdict().seen()) {
                (judgement.verdict().holds() && !remarkable.contains(id) ? passed : warned).add(id);
            }
        }
        return new RequirementResults(passed, warned, failed);
    }

    private static Set<String> concerned(Decision decision, GateFinding.Level level) {
        return decision.findings().stream()
                .filter(finding -> finding.level() == level)
                .flatMap(finding -> finding.judgement().stream())
                .map(Judgement::requirement)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
