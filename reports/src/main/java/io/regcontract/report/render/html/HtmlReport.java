package io.regcontract.report.render.html;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.render.ReportModel;
import io.regcontract.report.render.ReportRenderer;
import io.regcontract.report.render.TrafficText;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code index.html}: one file that opens from the disk. The template is static and knows no data; the data are an
 * island of JSON that the page's script turns into text nodes, never into markup. A content security policy with the
 * hashes of style and script keeps anything else from running, and lets no request leave.
 */
public final class HtmlReport implements ReportRenderer {

    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z-]+)}}");

    @Override
    public String fileName() {
        return "index.html";
    }

    @Override
    public void write(ReportModel story, Writer page) throws IOException {
        var style = PageStyle.text();
        var script = PageStyle.resource("page.js");
        var decision = story.decision();
        var traffic = decision.traffic();
        Map<String, Part> parts = Map.of(
                "what",
                        out -> out.write(traffic.map(seen -> PageText.escaped(
                                        ServiceText.onOneLine(seen.sentence() + " " + TrafficText.cannotTell(seen))))
                                .orElse("")),
                "question",
                        out -> out.write(
                                decision.isOfTraffic()
                                        ? "Does this recorded traffic keep the contract?"
                                        : "May I release?"),
                "title",
                        out -> out.write(PageText.escaped(decision.heading() + " "
                                + decision.environment()
                                        .map(here -> (here.traffic()
                                                        ? here.name().equals("traffic")
                                                                ? "recorded "
                                                                : "recorded traffic "
                                                        : "")
                                                + here.name())
                                        .orElse("no run"))),
                "sentence", out -> out.write(PageText.escaped(decision.sentence())),
                "policy",
                        out -> out.write("default-src 'none'; style-src '" + PageStyle.hash(style) + "'; script-src '"
                                + PageStyle.hash(script) + "'; img-src data:; base-uri 'none'; form-action 'none'"),
                "style", out -> out.write(style),
                "script", out -> out.write(script),
                "data", out -> new PageData(story).write(new IslandWriter(out)),
                "exchanges", out -> new PageExchanges(story).write(out));
        var template = PageStyle.resource("page.html");
        var slots = SLOT.matcher(template);
        int from = 0;
        while (slots.find()) {
            page.write(template, from, slots.start() - from);
            part(parts, slots).write(page);
            from = slots.end();
        }
        page.write(template, from, template.length() - from);
    }

    private static Part part(Map<String, Part> parts, Matcher slot) {
        var part = parts.get(slot.group(1));
        if (part == null) {
            throw new IllegalStateException("page.html asks for " + slot.group());
        }
        return part;
    }

    /** What fills a slot of the template. */
    @FunctionalInterface
    private interface Part {
        void write(Writer out) throws IOException;
    }

    /**
     * JSON for the inside of a script element: a less-than sign only ever stands in a string, where it can be
     * escaped.
     */
    private static final class IslandWriter extends Writer {
        private final Writer page;

        IslandWriter(Writer page) {
            this.page = page;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            int from = offset;
            for (int index = offset; index < offset + length; index++) {
                if (characters[index] == '<' || characters[index] == '>' || characters[index] == '&') {
                    page.write(characters, from, index - from);
                    page.write(String.format(Locale.ROOT, "\\u%04x", (int) characters[index]));
                    from = index + 1;
                }
            }
            page.write(characters, from, offset + length - from);
        }

        @Override
        public void flush() {
            // The page decides.
        }

        @Override
        public void close() {
            // The page goes on behind the island.
        }
    }
}
