package io.regcontract.report.render.html;

import io.regcontract.contract.text.ServiceText;

/** Text on its way into a page. */
public final class PageText {

    private PageText() {}

    /** A text as it stands between tags or in a quoted attribute. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** The same for what programs and services sent: characters that hide or act are shown as escapes. */
    public static String shown(String text) {
        return escaped(ServiceText.onOneLine(text));
    }
}
