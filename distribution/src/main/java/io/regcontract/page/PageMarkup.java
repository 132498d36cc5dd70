package io.regcontract.page;

import io.regcontract.report.render.html.PageText;
import java.util.List;

/** The elements that pages are made of. Texts are escaped here. */
public final class PageMarkup {

    private PageMarkup() {}

    /** A name and its value in the summary. */
    public static String fact(String name, String value) {
        return "<div><dt>" + name + "</dt><dd>" + PageText.shown(value) + "</dd></div>";
    }

    /**
     * A count in the summary.
     *
     * @param content markup
     */
    public static String chip(String content) {
        return "<span class=\"chip\">" + content + "</span>";
    }

    /** A short word in a frame. */
    public static String tag(String tone, String words) {
        return "<span class=\"tag " + tone + "\">" + PageText.shown(words) + "</span>";
    }

    /** A text as code. */
    public static String code(String text) {
        return "<code>" + PageText.shown(text) + "</code>";
    }

    /**
     * A table that becomes a list where the window is narrow.
     *
     * @param rows markup, a cell for each head
     */
    public static String table(List<String> heads, List<List<String>> rows) {
        var table = new StringBuilder(
                "<div class=\"card pad scroll\" tabindex=\"0\"><table class=\"plain stack\"><thead><tr>");
        heads.forEach(head -> table.append("<th scope=\"col\">").append(head).append("</th>"));
        table.append("</tr></thead><tbody>");
        for (var row : rows) {
            table.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                table.append("<td data-label=\"")
                        .append(heads.get(i))
                        .append("\"><div>")
                        .append(row.get(i))
                        .append("</div></td>");
            }
            table.append("</tr>\n");
        }
        return table.append("</tbody></table></div>").toString();
    }
}
