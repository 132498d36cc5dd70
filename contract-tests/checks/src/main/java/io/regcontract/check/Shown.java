package io.regcontract.check;

/**
 * How something a server sent is shown to a person: bounded, in one line, and without characters that act. A finding
 * carries texts as they came; they are shown last, after secrets were taken out of them, or a secret that the bound
 * cuts in two would be recognised no more.
 */
final class Shown {

    private static final int LIMIT = 160;

    private Shown() {}

    /** A text as it came, to become part of a finding. */
    static String text(String raw) {
        return raw;
    }

    static String bounded(String raw) {
        var shown = new StringBuilder();
        raw.codePoints().limit(LIMIT + 1L).forEach(codePoint -> {
            if (codePoint == '\n') {
                shown.append("\\n");
            } else if (acts(codePoint)) {
                shown.append(String.format("\\u%04x", codePoint));
            } else {
                shown.appendCodePoint(codePoint);
            }
        });
        return raw.codePointCount(0, raw.length()) > LIMIT
                ? shown.substring(0, Math.min(LIMIT, shown.length())) + "… (" + raw.length() + " characters)"
                : shown.toString();
    }

    static String quoted(String raw) {
        return '"' + text(raw) + '"';
    }

    /**
     * Control and format characters: they move the cursor, colour a terminal or turn the direction of a line. And blanks
     * that look like the usual one and are none.
     */
    private static boolean acts(int codePoint) {
        var type = Character.getType(codePoint);
        return (type == Character.SPACE_SEPARATOR && codePoint != ' ')
                || type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
