package io.regcontract.report.render.console;

import io.regcontract.report.judge.Decision;
import io.regcontract.report.judge.GateFinding;
import io.regcontract.report.judge.GateOutcome;
import io.regcontract.report.judge.Judgement;
import io.regcontract.report.judge.Verdict;
import io.regcontract.report.policy.WaiverTemplate;
import io.regcontract.report.record.Check;
import io.regcontract.report.render.CommonCause;
import io.regcontract.report.render.TrafficText;
import io.regcontract.report.render.support.WaiverSuggestions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What went wrong, as a person meets it. First line of each: what kind of trouble, the token support will ask for, the
 * requirement. Then the condition in words, then facts in columns, then where the evidence is.
 */
final class FailureText {

    private static final int MOST_REQUIREMENTS = 20;
    private static final int MOST_OF_THE_RUN = 10;
    private static final int MOST_NAMES = 4;
    private static final int MOST_WAIVERS = 3;
    private static final int VALUE_COLUMNS = 60;
    private static final int TEXT_COLUMNS = 400;

    private final Terminal terminal;
    private final Decision decision;
    private final List<CommonCause> alike;

    FailureText(Terminal terminal, Decision decision) {
        this.terminal = terminal;
        this.decision = decision;
        this.alike = CommonCause.in(decision);
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.addAll(ofTheRun());
        lines.addAll(alike());
        lines.addAll(byRequirement());
        lines.addAll(byReason());
        return lines;
    }

    private List<String> ofTheRun() {
        var findings = decision.findings().stream()
                .filter(finding -> finding.judgement().isEmpty() && finding.leadsTo() != GateOutcome.PASS)
                .filter(finding -> !decision.sentence().contains(finding.message()))
                .toList();
        var lines = new ArrayList<String>();
        findings.stream().limit(MOST_OF_THE_RUN).forEach(finding -> {
            lines.add("[" + finding.leadsTo().word().toUpperCase(Locale.ROOT) + "] "
                    + terminal.shown(finding.message(), TEXT_COLUMNS));
        });
        if (findings.size() > MOST_OF_THE_RUN) {
            lines.add("  and " + (findings.size() - MOST_OF_THE_RUN) + " more of that sort, see verdict.json");
        }
        return lines;
    }

    private List<String> alike() {
        return alike.stream()
                .flatMap(one -> Stream.of(
                        "[ALIKE] " + one.extent() + environment(),
                        "    " + one.check() + "  actual " + terminal.shown(one.actual(), VALUE_COLUMNS)))
                .toList();
    }

    /** Contradicted, coarser, refined: each has a story of its own, unless all of it was told of many alike. */
    private List<String> byRequirement() {
        var told = decision.judgements().stream()
                .filter(judgement -> switch (judgement.verdict()) {
                    case CONTRADICTED, COARSER, REFINED -> true;
                    default -> false;
                })
                .filter(judgement -> !isToldAlready(judgement))
                .sorted(Comparator.comparing(Judgement::verdict).reversed())
                .toList();
        var lines = new ArrayList<String>();
        told.stream().limit(MOST_REQUIREMENTS).forEach(judgement -> lines.addAll(story(judgement)));
        if (told.size() > MOST_REQUIREMENTS) {
            lines.add("  and " + (told.size() - MOST_REQUIREMENTS) + " more requirements, see verdict.json");
        }
        lines.addAll(waivers());
        return lines;
    }

    private boolean isToldAlready(Judgement judgement) {
        return !judgement.grounds().isEmpty()
                && judgement.grounds().stream()
                        .allMatch(check -> alike.stream().anyMatch(one -> one.tells(judgement, check)));
    }

    private List<String> story(Judgement judgement) {
        var observation = judgement.observation().orElseThrow();
        var kind = judgement.verdict() == Verdict.CONTRADICTED
                ? "CONTRACT"
                : judgement.verdict().word().toUpperCase(Locale.ROOT);
        var lines = new ArrayList<String>();
        lines.add("[" + kind + "] token "
                + observation
                        .requestToken()
                        .map(token -> terminal.shown(token, 40))
                        .orElse("none") + "   "
                + judgement.requirement() + environment());
        lines.add("  " + terminal.shown(observation.requirement().condition(), TEXT_COLUMNS));
        lines.addAll(facts(judgement.grounds()));
        observation.answers().ifPresent(answers -> {
            lines.add("  " + TrafficText.contradicted(answers.contradicted(), answers.judged())
                    + " in the recorded traffic");
            judgement.grounds().stream()
                    .filter(check ->
                            !check.actual().isEmpty() && !check.reason().isEmpty())
                    .forEach(check ->
                            lines.add("    " + check.id() + ": " + terminal.shown(check.reason(), TEXT_COLUMNS)));
        });
        lines.add("  evidence: " + observation.place()
                + (observation.answers().isPresent() ? " has samples" : " has set-up and call as curl"));
        return lines;
    }

    /** Paste-ready, and refused by the gate until it is filled in. */
    private List<String> waivers() {
        var items = WaiverSuggestions.items(decision);
        var lines = new ArrayList<String>();
        if (!items.isEmpty() && decision.traffic().isPresent()) {
            lines.add("To waive for a while, see " + WaiverSuggestions.NAME + " beside the report ("
                    + (items.size() == 1 ? "1 waiver" : items.size() + " waivers") + " to fill in).");
        } else if (!items.isEmpty()) {
            lines.add("To waive for a while, fill this in and save it as a .yaml in the policy's waivers/"
                    + (items.size() > MOST_WAIVERS
                            ? " (all " + items.size() + " are in " + WaiverSuggestions.NAME + "):"
                            : ":"));
            lines.add(WaiverTemplate.head());
            items.stream().limit(MOST_WAIVERS).forEach(lines::addAll);
        }
        return lines;
    }

    private List<String> facts(List<Check> grounds) {
        record Fact(String check, String expected, String actual) {}
        var facts = grounds.stream()
                .map(check -> new Fact(
                        check.id(),
                        terminal.shown(check.expected(), VALUE_COLUMNS),
                        terminal.shown(check.actual().isEmpty() ? check.reason() : check.actual(), VALUE_COLUMNS)))
                .toList();
        int checks =
                facts.stream().mapToInt(fact -> fact.check().length()).max().orElse(1);
        int expected = Math.max(
                1,
                facts.stream().mapToInt(fact -> fact.expected().length()).max().orElse(1));
        var row = "    %-" + checks + "s  expected %-" + expected + "s  actual %s";
        return facts.stream()
                .map(fact -> String.format(Locale.ROOT, row, fact.check(), fact.expected(), fact.actual())
                        .stripTrailing())
                .toList();
    }

    /** Broken, not drivable, untested: what many share is said once. */
    private List<String> byReason() {
        var lines = new ArrayList<String>();
        for (var verdict : List.of(Verdict.BROKEN, Verdict.NOT_DRIVABLE, Verdict.UNTESTED)) {
            Map<String, List<String>> byReason = decision.findings().stream()
                    .filter(finding -> finding.leadsTo() != GateOutcome.PASS)
                    .map(GateFinding::judgement)
                    .flatMap(Optional::stream)
                    .filter(judgement -> judgement.verdict() == verdict)
                    .collect(Collectors.groupingBy(
                            Judgement::why,
                            LinkedHashMap::new,
                            Collectors.mapping(Judgement::requirement, Collectors.toList())));
            byReason.forEach((reason, requirements) -> lines.addAll(shared(verdict, reason, requirements)));
        }
        return lines;
    }

    private List<String> shared(Verdict verdict, String reason, List<String> requirements) {
        var named = requirements.stream().limit(MOST_NAMES).collect(Collectors.joining(", "));
        return List.of(
                "[" + verdict.word().toUpperCase(Locale.ROOT) + "] " + requirements.size()
                        + (requirements.size() == 1 ? " requirement" : " requirements") + environment(),
                "  " + terminal.shown(reason, TEXT_COLUMNS),
                "    " + named
                        + (requirements.size() > MOST_NAMES
                                ? " and " + (requirements.size() - MOST_NAMES) + " more"
                                : ""));
    }

    private String environment() {
        return decision.environment()
                .map(environment -> "   env " + terminal.shown(environment.policyName(), 40))
                .orElse("");
    }
}
