package io.regcontract.pair.report;

import io.regcontract.pair.compare.PairState;
import io.regcontract.pair.half.Half;
import io.regcontract.pair.judge.PairDecision;
import io.regcontract.report.render.html.PageStyle;
import io.regcontract.report.render.html.PageText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code index.html}: one file that opens from the disk and runs no script. Its content security policy lets it have its
 * own style, by hash, and nothing else.
 */
final class PairPage {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    private final PairDecision decision;

    private PairPage(PairDecision decision) {
        this.decision = decision;
    }

    static String text(PairDecision decision) throws IOException {
        return new PairPage(decision).text();
    }

    private String text() throws IOException {
        var style = PageStyle.text();
        var sections = new PageParts(decision).sections();
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
        return decision.old().name() + " and " + decision.now().name();
    }

    private String answer() {
        return switch (decision.outcome()) {
            case PASS -> "Yes.";
            case CONTRACT -> "No. Something that OLD keeps is lost.";
            case USAGE -> "Not known. The call, a profile or the policy is wrong.";
            case INCONCLUSIVE -> "Not known. An environment was unfit.";
            case INCOMPLETE -> "Not known. Not all of it was observed in both.";
            case LEAK -> "Not known. Something was left behind.";
        };
    }

    private String tone() {
        return switch (decision.outcome()) {
            case PASS -> "pass";
            case CONTRACT, USAGE, LEAK -> "contract";
            case INCONCLUSIVE, INCOMPLETE -> "incomplete";
        };
    }

    private String counts() {
        var counts = new StringBuilder();
        for (var state : PairState.values()) {
            long number = decision.comparison().count(state);
            if (number > 0) {
                counts.append("<span class=\"chip\"><b>")
                        .append(number)
                        .append("</b> ")
                        .append(state.words())
                        .append("</span>");
            }
        }
        return counts.toString();
    }

    private String facts() {
        var facts = new StringBuilder();
        fact(
                facts,
                "Verdict",
                decision.outcome().word() + " (exit " + decision.outcome().exitCode() + ")");
        for (var half : List.of(decision.old(), decision.now())) {
            fact(facts, half.side().name(), HalfText.of(half));
            fact(facts, half.side() + " by its own gate", gate(half));
        }
        return facts.toString();
    }

    private static String gate(Half half) {
        return half.decision().outcome().word() + ": " + half.decision().sentence();
    }

    private static void fact(StringBuilder facts, String name, String value) {
        facts.append("<div><dt>")
                .append(name)
                .append("</dt><dd>")
                .append(PageText.shown(value))
                .append("</dd></div>");
    }

    private static String navigation(Iterable<PageParts.Section> sections) {
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

    private static String parts(Iterable<PageParts.Section> sections) {
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
        try (var stream = PairPage.class.getResourceAsStream("page.html")) {
            if (stream == null) {
                throw new IllegalStateException("page.html is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
