package io.regcontract.report.render.export;

import io.regcontract.report.judge.CodeVerdict;
import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.record.Check;
import io.regcontract.report.record.Observation;
import io.regcontract.report.render.TrafficText;
import io.regcontract.report.render.TruncatedText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A decision as the tests that other tools know: one for each requirement, and one for each thing that fails the run
 * beside them, so that a tool which counts tests never sees green where the gate is red.
 *
 * @param group what it belongs to: environment and code
 * @param name unique in a run and the same in every run
 * @param message the grounds in one line; empty when it passes
 * @param details the grounds, line by line
 */
record TestCase(String group, String name, Status status, String message, List<String> details, double millis) {

    private static final int LONGEST_VALUE = 500;

    /** What other tools make of a verdict. */
    enum Status {
        PASSED,
        /** The service, or what people demanded of it, is not as it should be. */
        FAILED,
        /** Nothing was found out, and should have been. */
        ERROR,
        /** Passes, and was not seen to hold. */
        SKIPPED
    }

    static List<TestCase> of(Decision decision) {
        var environment = decision.environment().map(here -> here.policyName()).orElse("no environment");
        var failing = new HashMap<String, GateOutcome>();
        var cases = new ArrayList<TestCase>();
        var beside = new HashMap<String, Integer>();
        if (decision.reserved()) {
            var reservation = decision.reservation().orElse("");
            cases.add(new TestCase(
                    environment + ".gate", "reservation", Status.SKIPPED, reservation, List.of(reservation), 0));
        }
        for (var finding : decision.findings()) {
            if (finding.level() != GateFinding.Level.FAILS) {
                continue;
            }
            if (finding.judgement().isPresent() && !finding.rule().startsWith("waiver-")) {
                failing.putIfAbsent(finding.judgement().get().requirement(), finding.leadsTo());
            } else {
                int number = beside.merge(finding.rule(), 1, Integer::sum);
                var failed = finding.leadsTo() == GateOutcome.CONTRACT ? Status.FAILED : Status.ERROR;
                cases.add(new TestCase(
                        environment + ".gate",
                        finding.rule() + (number == 1 ? "" : "-" + number),
                        failed,
                        finding.message(),
                        List.of(finding.message()),
                        0));
            }
        }
        for (var code : decision.codes()) {
            var group = environment + "." + code.error().code().code() + " "
                    + code.error().name();
            seen(code).forEach(judgement -> cases.add(of(group, judgement, failing)));
            if (code.verdict() == Verdict.NEVER_SEEN) {
                cases.add(neverSeen(group, code.error().code().code()));
            }
        }
        return cases;
    }

    /** Of traffic those that are among it: a thousand that are not would say nothing. */
    private static List<Judgement> seen(CodeVerdict code) {
        return code.judgements().stream()
                .filter(judgement -> judgement.verdict() != Verdict.NEVER_SEEN)
                .toList();
    }

    private static TestCase neverSeen(String group, int code) {
        var message = "never seen: no answer with code " + code + " is among the recorded traffic";
        return new TestCase(group, "REG-" + code + " never seen", Status.SKIPPED, message, List.of(message), 0);
    }

    /** How many there are of a status. */
    static long count(Collection<TestCase> cases, Status status) {
        return cases.stream().filter(one -> one.status() == status).count();
    }

    private static TestCase of(String group, Judgement judgement, Map<String, GateOutcome> failing) {
        var status = status(judgement, failing);
        return new TestCase(
                group,
                judgement.requirement(),
                status,
                status == Status.PASSED ? "" : message(judgement),
                status == Status.PASSED ? List.of() : details(judgement),
                judgement.observation().map(Observation::millis).orElse(0.0));
    }

    private static Status status(Judgement judgement, Map<String, GateOutcome> failing) {
        var leadsTo = failing.get(judgement.requirement());
        if (leadsTo != null) {
            return leadsTo == GateOutcome.CONTRACT ? Status.FAILED : Status.ERROR;
        }
        return judgement.verdict().holds() ? Status.PASSED : Status.SKIPPED;
    }

    /** Begins with the token, which is what support asks for. */
    private static String message(Judgement judgement) {
        var token = judgement
                .observation()
                .flatMap(Observation::requestToken)
                .map(text -> "token " + TruncatedText.text(text, 40) + " ")
                .orElse("");
        var grounds = judgement.grounds().stream().map(Check::id).collect(Collectors.joining(", "));
        return token
                + judgement.verdict().word()
                + (judgement.why().isEmpty() ? "" : ": " + TruncatedText.text(judgement.why(), LONGEST_VALUE))
                + (grounds.isEmpty() || judgement.verdict() == Verdict.WAIVED ? "" : " (" + grounds + ")");
    }

    private static List<String> details(Judgement judgement) {
        var details = new ArrayList<String>();
        judgement
                .observation()
                .ifPresent(observation -> details.add(observation.requirement().condition()));
        judgement
                .observation()
                .flatMap(Observation::answers)
                .ifPresent(answers -> details.add("recorded traffic: "
                        + TrafficText.contradicted(answers.contradicted(), answers.judged()) + " contradict"));
        for (var check : judgement.grounds()) {
            details.add(check.id() + ": expected " + TruncatedText.text(check.expected(), LONGEST_VALUE) + ", actual "
                    + TruncatedText.text(check.actual().isEmpty() ? check.reason() : check.actual(), LONGEST_VALUE));
        }
        judgement.observation().ifPresent(observation -> details.add("evidence: " + observation.place()));
        return details;
    }
}
