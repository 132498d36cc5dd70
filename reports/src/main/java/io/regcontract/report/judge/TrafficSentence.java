package io.regcontract.report.judge;

import io.regcontract.report.record.Observation;
import io.regcontract.report.traffic.Traffic;
import io.regcontract.report.traffic.TrafficAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says in one sentence what recorded traffic shows, and always that it is traffic: nothing in it is proven. */
final class TrafficSentence {

    private static final int MOST_CODES = 10;

    private final List<CodeVerdict> codes;
    private final List<GateFinding> findings;
    private final Traffic traffic;

    private TrafficSentence(List<CodeVerdict> codes, List<GateFinding> findings, Traffic traffic) {
        this.codes = codes;
        this.findings = findings;
        this.traffic = traffic;
    }

    static String of(GateOutcome outcome, List<CodeVerdict> codes, List<GateFinding> findings, Traffic traffic) {
        var sentence = new TrafficSentence(codes, findings, traffic);
        return switch (outcome) {
            case PASS -> sentence.pass();
            case CONTRACT -> sentence.contract();
            case INCOMPLETE -> sentence.incomplete();
            case USAGE, LEAK, INCONCLUSIVE -> sentence.first(outcome);
        };
    }

    private String pass() {
        long answers = traffic.failures();
        if (answers == 0) {
            return "Recorded traffic: " + traffic.judged() + (traffic.judged() == 1 ? " call" : " calls")
                    + " judged and no error among the answers, so none of the " + codes.size()
                    + " codes was witnessed" + unjudged() + ".";
        }
        return "Recorded traffic: " + counts(0) + ", by " + answers + " failing "
                + (answers == 1 ? "answer" : "answers") + unjudged() + "; nothing contradicts the contract.";
    }

    /** A pass is over what was judged, and says what was not. */
    private String unjudged() {
        long unjudged = traffic.unjudgedCount();
        return unjudged == 0 ? "" : "; " + unjudged + (unjudged == 1 ? " call" : " calls") + " could not be judged";
    }

    private String contract() {
        var parts = new ArrayList<String>();
        for (var verdict : List.of(Verdict.CONTRADICTED, Verdict.REFINED, Verdict.WITNESSED_WITH_ERRATUM)) {
            var concerned = findings.stream()
                    .filter(finding -> finding.leadsTo() == GateOutcome.CONTRACT)
                    .filter(finding -> finding.rule().equals(verdict.word()))
                    .flatMap(finding -> finding.judgement().stream())
                    .filter(judgement -> judgement.verdict() == verdict)
                    .toList();
            if (!concerned.isEmpty()) {
                parts.add(failing(verdict, concerned));
            }
        }
        var others = findings.stream()
                .filter(finding -> finding.leadsTo() == GateOutcome.CONTRACT)
                .filter(finding -> Verdict.all(true).stream()
                        .noneMatch(verdict -> verdict.word().equals(finding.rule())))
                .toList();
        if (!others.isEmpty()) {
            parts.add(
                    parts.isEmpty() && others.size() == 1
                            ? others.get(0).message().replaceFirst("\\.$", "")
                            : others.size() + (others.size() == 1 ? " other finding" : " other findings")
                                    + " that the policy lets fail");
        }
        return "Recorded traffic: " + String.join("; ", parts) + "; " + counts(1) + ".";
    }

    private String failing(Verdict verdict, List<Judgement> concerned) {
        var failing =
                concerned.stream().map(Judgement::code).distinct().sorted().toList();
        long wrong = concerned.stream()
                .distinct()
                .flatMap(judgement -> judgement.observation().stream())
                .flatMap(observation -> observation.answers().stream())
                .mapToLong(TrafficAnswers::contradicted)
                .sum();
        return failing.size() + " of " + codes.size() + " codes " + verdict.word() + " "
                + failing.stream().limit(MOST_CODES).map(String::valueOf).collect(Collectors.joining(", ", "(", ""))
                + (failing.size() > MOST_CODES ? ", ...)" : ")")
                + (wrong == 0 ? "" : ", by " + wrong + " of " + judged() + (judged() == 1 ? " answer" : " answers"));
    }

    private long judged() {
        return codes.stream()
                .flatMap(code -> code.judgements().stream())
                .flatMap(judgement -> judgement.observation().stream())
                .map(Observation::answers)
                .flatMap(answers -> answers.stream())
                .mapToLong(TrafficAnswers::judged)
                .sum();
    }

    private String incomplete() {
        var incomplete = findings.stream()
                .filter(finding -> finding.leadsTo() == GateOutcome.INCOMPLETE)
                .toList();
        var never = incomplete.stream()
                .filter(finding -> finding.rule().equals(Verdict.NEVER_SEEN.word()))
                .count();
        if (never == incomplete.size()) {
            return "Recorded traffic: " + never + (never == 1 ? " code" : " codes")
                    + " that the policy asks for never seen; " + counts(0) + ".";
        }
        return "Recorded traffic: " + incomplete.get(0).message()
                + (incomplete.size() == 1 ? "" : " (And " + (incomplete.size() - 1) + " more of that sort.)")
                + (traffic.judged() == 0 ? "" : " Of the rest: " + counts(0) + ".");
    }

    private String first(GateOutcome outcome) {
        return findings.stream()
                .filter(finding -> finding.leadsTo() == outcome)
                .map(GateFinding::message)
                .findFirst()
                .orElseThrow();
    }

    /** The codes by verdict: "7 of 43 codes witnessed, 36 never seen". */
    private String counts(int told) {
        var parts = new ArrayList<String>();
        for (var verdict : Verdict.all(true)) {
            long number =
                    codes.stream().filter(code -> code.verdict() == verdict).count();
            boolean again = told > 0 && verdict.fails();
            if (number > 0 && !again) {
                parts.add(number
                        + (parts.isEmpty() && told == 0 ? " of " + codes.size() + " codes " : " ")
                        + verdict.word().replace('-', ' '));
            }
        }
        return parts.isEmpty() ? "no code witnessed" : String.join(", ", parts);
    }
}
