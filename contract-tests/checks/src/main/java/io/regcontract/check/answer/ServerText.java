package io.regcontract.check.answer;

import io.regcontract.contract.ServiceText;

/**
 * How something a server sent is shown to a person: bounded, in one line, and without characters that act. A finding
 * carries texts as they came; they are shown last, after secrets were taken out of them, or a secret that the bound
 * cuts in two would be recognised no more.
 */
public final class ServerText {

    private static final int LIMIT = 160;

    private ServerText() {}

    /** At most 160 characters of a text, with their number when there are more. */
    static String bounded(String raw) {
        var shown = new StringBuilder();
        raw.codePoints().limit(LIMIT + 1L).forEach(codePoint -> {
            if (codePoint == '\n') {
                shown.append("\\n");
            } else if (acts(codePoint)) {
                for (var unit : Character.toChars(codePoint)) {
                    shown.append(String.format("\\u%04x", (int) unit));
                }
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        var bounded = raw.codePointCount(0, raw.length()) > LIMIT
                ? shown.substring(0, end(shown)) + "… (" + raw.length() + " characters)"
                : shown.toString();
        return ServiceText.onOneLine(bounded);
    }

    /** Not between the halves of a character. */
    private static int end(StringBuilder shown) {
        var end = Math.min(LIMIT, shown.length());
        return Character.isHighSurrogate(shown.charAt(end - 1)) ? end - 1 : end;
    }

    /** A text in quotes, as it came, to become part of a finding. */
    public static String quoted(String raw) {
        return '"' + raw + '"';
    }

    /**
     * Characters that move the cursor, colour a terminal or turn the direction of a line, or that no one has given a
     * meaning. And blanks that look like the usual one and are none.
     */
    private static boolean acts(int codePoint) {
        return (Character.getType(codePoint) == Character.SPACE_SEPARATOR && codePoint != ' ')
                || ServiceText.acts(codePoint);
    }
}
