package io.regcontract.drill.report;

import io.regcontract.drill.judge.DrillDecision;
import io.regcontract.drill.judge.DrillFinding.Level;
import io.regcontract.drill.judge.DrillOutcome;
import io.regcontract.drill.judge.Standing;
import io.regcontract.report.render.html.PageStyle;
import io.regcontract.report.render.html.PageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code index.html}: one file that opens from the disk and runs no script. Its content security policy lets it have its
 * own style, by hash, and nothing else.
 */
final class HtmlPage {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    private final DrillDecision decision;

    private HtmlPage(DrillDecision decision) {
        this.decision = decision;
    }

    static String text(DrillDecision decision) throws IOException {
        return new HtmlPage(decision).text();
    }

    private String text() throws IOException {
        var style = PageStyle.text();
        var sections = new PageSections(decision).sections();
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put(
                "policy",
                "default-src 'none'; style-src '" + PageStyle.hash(style)
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
        slots.put("style", style);
        slots.put("title", PageText.shown(answer() + " " + subject()));
        slots.put("where", PageText.shown(subject()));
        slots.put("tone", tone());
        slots.put("answer", PageText.shown(answer()));
        slots.put("sentence", PageText.shown(decision.sentence()));
        slots.put("counts", counts());
        slots.put("facts", facts());
        slots.put("sections", navigation(sections));
        slots.put("parts", parts(sections));
        return SLOT.matcher(template()).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
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
                counts.append("<span class=\"chip\"><b>")
                        .append(decision.count(standing))
                        .append("</b> of ")
                        .append(decision.codes().size())
                        .append(" errors ")
                        .append(standing.words())
                        .append("</span>");
            }
        }
        for (var trouble : decision.troubles()) {
            counts.append("<span class=\"chip\">")
                    .append(PageText.shown(trouble.shown()))
                    .append("</span>");
        }
        return counts.toString();
    }

    private String facts() {
        var facts = new StringBuilder();
        fact(
                facts,
                "Result",
                decision.outcome().word().replace('-', ' ') + " (exit "
                        + decision.outcome().exitCode() + ")");
        fact(facts, "Application", decision.trial().application());
        if (!decision.trial().command().isEmpty()) {
            fact(facts, "Command", decision.trial().command());
        }
        decision.trial()
                .phases()
                .forEach(phase -> fact(
                        facts,
                        phase.name().substring(0, 1).toUpperCase(Locale.ROOT)
                                + phase.name().substring(1),
                        "ended " + phase.end().shown() + ", " + phase.calls()
                                + (phase.calls() == 1 ? " call" : " calls")));
        if (decision.trial().journal().forgotten() > 0) {
            fact(
                    facts,
                    "Journal",
                    decision.trial().journal().forgotten() + " calls made way for newer ones and were not judged");
        }
        return facts.toString();
    }

    private static void fact(StringBuilder facts, String name, String value) {
        facts.append("<div><dt>")
                .append(name)
                .append("</dt><dd>")
                .append(PageText.shown(value))
                .append("</dd></div>");
    }

    private static String navigation(Iterable<PageSections.Section> sections) {
        var navigation = new StringBuilder("<li><a href=\"#summary\">Summary</a></li>");
        for (var section : sections) {
            navigation
                    .append("<li><a href=\"#")
                    .append(section.id())
                    .append("\">")
                    .append(section.title())
                    .append(" <span class=\"n\">")
                    .append(section.number())
                    .append("</span></a></li>");
        }
        return navigation.toString();
    }

    private static String parts(Iterable<PageSections.Section> sections) {
        var parts = new StringBuilder();
        for (var section : sections) {
            parts.append("<section id=\"")
                    .append(section.id())
                    .append("\" aria-labelledby=\"")
                    .append(section.id())
                    .append("-title\"><h2 id=\"")
                    .append(section.id())
                    .append("-title\">")
                    .append(section.title())
                    .append("</h2><p class=\"why\">")
                    .append(section.why())
                    .append("</p>")
                    .append(section.content())
                    .append("</section>\n");
        }
        return parts.toString();
    }

    private static String template() throws IOException {
        try (var stream = HtmlPage.class.getResourceAsStream("page.html")) {
            if (stream == null) {
                throw new IllegalStateException("page.html is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
