package io.regcontract.report.render;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.record.Check;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A cause shared by several requirements: the same check with the same actual value, in several codes. It is reported
 * once, before the first of them. The page's script computes the same.
 *
 * @param check its id
 * @param actual what came instead of what was expected
 * @param judgements those it fails, in their order
 */
public record CommonCause(String check, String actual, List<Judgement> judgements) {

    private static final int FEWEST_REQUIREMENTS = 3;
    private static final int FEWEST_CODES = 2;
    private static final int MOST = 5;

    /** The widest first. */
    public static List<CommonCause> in(Decision decision) {
        Map<Cause, List<Judgement>> failing = new LinkedHashMap<>();
        for (var judgement : decision.judgements()) {
            if (judgement.verdict().fails()) {
                judgement.grounds().stream()
                        .filter(Check::failsOutright)
                        .map(check -> new Cause(check.id(), actual(check)))
                        .distinct()
                        .forEach(cause -> failing.computeIfAbsent(cause, first -> new ArrayList<>())
                                .add(judgement));
            }
        }
        return widest(failing);
    }

    /**
     * The reasons for which requirements could not be judged, as {@link #in} has the causes of failures: the verdict
     * stands in the place of the check, and the reason in that of the actual value. The widest first.
     */
    public static List<CommonCause> reasonsIn(Decision decision) {
        Map<Cause, List<Judgement>> reasons = new LinkedHashMap<>();
        decision.findings().stream()
                .filter(finding -> finding.level() != GateFinding.Level.NOTES)
                .filter(finding -> finding.check().isEmpty())
                .flatMap(finding -> finding.judgement().stream()
                        .filter(judgement -> judgement.verdict().word().equals(finding.rule())))
                .filter(judgement -> !judgement.why().isEmpty())
                .forEach(judgement -> reasons.computeIfAbsent(
                                new Cause(judgement.verdict().word(), judgement.why()), first -> new ArrayList<>())
                        .add(judgement));
        return widest(reasons);
    }

    private record Cause(String check, String actual) {}

    private static List<CommonCause> widest(Map<Cause, List<Judgement>> causes) {
        return causes.entrySet().stream()
                .map(entry ->
                        new CommonCause(entry.getKey().check(), entry.getKey().actual(), entry.getValue()))
                .filter(alike -> alike.requirements() >= FEWEST_REQUIREMENTS && alike.codes() >= FEWEST_CODES)
                .sorted(Comparator.comparingLong(CommonCause::requirements).reversed())
                .limit(MOST)
                .toList();
    }

    private static String actual(Check check) {
        return check.actual().isEmpty() ? check.reason() : check.actual();
    }

    /** How many it fails. */
    long requirements() {
        return judgements.size();
    }

    /** How many codes those are about. */
    long codes() {
        return judgements.stream().map(Judgement::code).distinct().count();
    }

    /**
     * Whether this says all there is to say of a failing check of a requirement. The first requirement is told in
     * full all the same, as an example with its token.
     */
    public boolean tells(Judgement judgement, Check found) {
        return found.id().equals(check)
                && actual(found).equals(actual)
                && judgement.verdict().fails()
                && !judgements.get(0).requirement().equals(judgement.requirement());
    }

    /** Whether this says all there is to say of the verdict on a requirement; the first is told in full all the same. */
    public boolean tells(Judgement judgement) {
        return judgement.verdict().word().equals(check)
                && judgement.why().equals(actual)
                && !judgements.get(0).requirement().equals(judgement.requirement());
    }

    /** "123 requirements of 43 codes". */
    public String extent() {
        return requirements() + " requirements of " + codes() + " codes";
    }
}
