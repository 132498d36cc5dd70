package io.regcontract.contract;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** A value of a document as it may be shown to a person: in one line, short, and without characters that a terminal or a page would act upon. */
final class SafeText {

    private static final int LONGEST = 80;

    private SafeText() {}

    static String of(JsonNode value) {
        if (value.isMissingNode()) {
            return "missing";
        }
        if (value.isObject() && !value.isEmpty()) {
            return "an object with " + count(value.size(), "key");
        }
        if (value.isArray() && !value.isEmpty()) {
            return "an array of " + count(value.size(), "element");
        }
        if (value.isString()) {
            return quoted(value.stringValue());
        }
        return text(value.isNumber() ? value.asString() : value.toString());
    }

    /** A text that is no value itself, such as a JSON pointer made of the keys of a document. */
    static String text(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? escaped(text)
                : escaped(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "...";
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }

    private static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        if (length <= LONGEST) {
            return "\"" + escaped(inQuotes(text)) + "\"";
        }
        String start = text.substring(0, text.offsetByCodePoints(0, LONGEST));
        return "\"" + escaped(inQuotes(start)) + "\" and " + count(length - LONGEST, "more character");
    }

    private static String inQuotes(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (harmless(c)) {
                        out.appendCodePoint(c);
                    } else {
                        appendEscaped(out, c);
                    }
                }
            }
        });
        return out.toString();
    }

    private static void appendEscaped(StringBuilder out, int codePoint) {
        for (char unit : Character.toChars(codePoint)) {
            out.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
    }

    /** Control and format characters (escape sequences, marks that turn the direction of text), separators of lines, and what has no glyph. */
    private static boolean harmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR -> codePoint == ' ';
            default -> true;
        };
    }
}
