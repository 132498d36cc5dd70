package io.regcontract.report.render;

import java.util.Locale;

/** Text of a service for Markdown. */
public final class MarkdownText {

    private MarkdownText() {}

    /**
     * Text that can neither become markup, mention a person nor leave its cell.
     *
     * @param longest how many UTF-16 units of it are kept
     */
    public static String plain(String text, int longest) {
        var plain = new StringBuilder();
        TruncatedText.text(text, longest).codePoints().forEach(character -> {
            if ((Character.isLetterOrDigit(character) && character < 0x250) || " .,:;()/-=_?".indexOf(character) >= 0) {
                plain.appendCodePoint(character);
            } else if (character < 0x20 || character == 0x7f || character >= 0x250) {
                plain.append(String.format(Locale.ROOT, "&#92;u&#123;%x&#125;", character));
            } else {
                plain.append("&#").append(character).append(';');
            }
        });
        return plain.toString();
    }
}
