package io.regcontract.report.render;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.policy.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How often a run needed something that the profile or the policy accepts. What was accepted beforehand needs no
 * attention: it is counted, once for each erratum, reading and waiver, and not listed among the findings.
 *
 * @param id of an erratum ({@code E-nn}), a reading ({@code R-slug}) or a waiver
 * @param requirements how many hold, or are waived, by it
 * @param codes how many those are about
 */
public record AcceptedUse(String id, long requirements, long codes) {

    private static final Set<String> RULES = Stream.of(
                    Verdict.PROVEN_WITH_ERRATUM, Verdict.WITNESSED_WITH_ERRATUM, Verdict.WAIVED)
            .map(Verdict::word)
            .collect(Collectors.toSet());

    /**
     * Whether a finding only says that something accepted was needed. A policy under which that fails, does not
     * accept it.
     */
    public static boolean isToldBy(GateFinding finding) {
        return finding.level() != GateFinding.Level.FAILS && RULES.contains(finding.rule());
    }

    /** By id. */
    public static List<AcceptedUse> in(Decision decision) {
        Map<String, List<Judgement>> uses = new TreeMap<>();
        decision.findings().stream().filter(AcceptedUse::isToldBy).forEach(finding -> finding.judgement()
                .ifPresent(judgement -> ids(finding).forEach(id -> uses.computeIfAbsent(id, first -> new ArrayList<>())
                        .add(judgement))));
        return uses.entrySet().stream()
                .map(use -> new AcceptedUse(
                        use.getKey(),
                        distinct(use.getValue().stream().map(Judgement::requirement)),
                        distinct(use.getValue().stream().map(Judgement::code))))
                .toList();
    }

    private static Stream<String> ids(GateFinding finding) {
        return Stream.concat(
                finding.check().stream().flatMap(check -> check.relaxedBy().stream()),
                finding.waiver().map(Waiver::id).stream());
    }

    private static long distinct(Stream<?> things) {
        return things.distinct().count();
    }

    /** "123 requirements of 43 codes". */
    public String extent() {
        return requirements
                + (requirements == 1 ? " requirement of " : " requirements of ")
                + codes
                + (codes == 1 ? " code" : " codes");
    }
}
