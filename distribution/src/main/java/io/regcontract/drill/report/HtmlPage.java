package io.regcontract.drill.report;

import static io.regcontract.page.PageMarkup.chip;
import static io.regcontract.page.PageMarkup.fact;

import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.judge.DrillOutcome;
import io.regcontract.drill.judge.Standing;
import io.regcontract.page.PageSummary;
import io.regcontract.page.ReportPage;
import io.regcontract.report.render.html.PageText;
import java.io.IOException;
import java.util.Locale;

/** {@code index.html}: the page of a drill. */
final class HtmlPage {

    private final DrillDecision decision;

    private HtmlPage(DrillDecision decision) {
        this.decision = decision;
    }

    static String text(DrillDecision decision) throws IOException {
        return new HtmlPage(decision).text();
    }

    private String text() throws IOException {
        return ReportPage.text(
                "drill",
                "Does the application bear the errors?",
                new PageSummary(subject(), answer(), tone(), decision.sentence(), counts(), facts()),
                new PageSections(decision).sections());
    }

    private String subject() {
        var trial = decision.trial();
        return trial.command().isEmpty()
                ? "application " + trial.application()
                : trial.command() + " and application " + trial.application();
    }

    private String answer() {
        return switch (decision.outcome()) {
            case FAILED -> "No.";
            case NOTHING_CALLED -> "Not known. Nothing was called.";
            case PASS ->
                metNothing() ? "Not known. It has met none." : "As far as it has met them: nothing forbidden was seen.";
        };
    }

    private String tone() {
        return switch (decision.outcome()) {
            case FAILED -> "contract";
            case NOTHING_CALLED -> "incomplete";
            case PASS -> metNothing() || decision.count(Level.NOT_JUDGED) > 0 ? "reserved" : "pass";
        };
    }

    private boolean metNothing() {
        return decision.outcome() == DrillOutcome.PASS
                && decision.troubles().isEmpty()
                && decision.codes().stream().noneMatch(code -> code.isMet());
    }

    private String counts() {
        var counts = new StringBuilder();
        for (var standing : Standing.values()) {
            if (decision.count(standing) > 0) {
                counts.append(chip("<b>" + decision.count(standing) + "</b> of "
                        + decision.codes().size() + " errors " + standing.words()));
            }
        }
        for (var trouble : decision.troubles()) {
            counts.append(chip(PageText.shown(trouble.shown())));
        }
        return counts.toString();
    }

    private String facts() {
        var facts = new StringBuilder();
        facts.append(fact(
                "Result",
                decision.outcome().word().replace('-', ' ') + " (exit "
                        + decision.outcome().exitCode() + ")"));
        facts.append(fact("Application", decision.trial().application()));
        if (!decision.trial().command().isEmpty()) {
            facts.append(fact("Command", decision.trial().command()));
        }
        decision.trial()
                .phases()
                .forEach(phase -> facts.append(fact(
                        phase.name().substring(0, 1).toUpperCase(Locale.ROOT)
                                + phase.name().substring(1),
                        "ended " + phase.end().shown() + ", " + phase.calls()
                                + (phase.calls() == 1 ? " call" : " calls"))));
        if (decision.trial().journal().forgotten() > 0) {
            facts.append(fact(
                    "Journal",
                    decision.trial().journal().forgotten() + " calls made way for newer ones and were not judged"));
        }
        return facts.toString();
    }
}
