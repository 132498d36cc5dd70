package io.regcontract.page;

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
 * {@code index.html} of a command: one file that opens from the disk and runs no script. Its content security policy lets
 * it have its own style, by hash, and nothing else.
 */
public final class ReportPage {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    private ReportPage() {}

    /**
     * The whole page.
     *
     * @param command its name
     * @param question that the summary answers
     * @throws IOException when a resource cannot be read
     */
    public static String text(String command, String question, PageSummary summary, List<PageSection> sections)
            throws IOException {
        var style = PageStyle.text();
        Map<String, String> slots = new LinkedHashMap<>();
        slots.put(
                "policy",
                "default-src 'none'; style-src '" + PageStyle.hash(style)
                        + "'; img-src data:; base-uri 'none'; form-action 'none'");
        slots.put("style", style);
        slots.put("command", command);
        slots.put("question", question);
        slots.put("title", PageText.shown(summary.answer() + " " + summary.subject()));
        slots.put("where", PageText.shown(summary.subject()));
        slots.put("tone", summary.tone());
        slots.put("answer", PageText.shown(summary.answer()));
        slots.put("sentence", PageText.shown(summary.sentence()));
        slots.put("counts", summary.counts());
        slots.put("facts", summary.facts());
        slots.put("sections", navigation(sections));
        slots.put("parts", parts(sections));
        return SLOT.matcher(template()).replaceAll(slot -> Matcher.quoteReplacement(slots.get(slot.group(1))));
    }

    private static String navigation(Iterable<PageSection> sections) {
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

    private static String parts(Iterable<PageSection> sections) {
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
        try (var stream = ReportPage.class.getResourceAsStream("page.html")) {
            if (stream == null) {
                throw new IllegalStateException("page.html is missing from the jar");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
