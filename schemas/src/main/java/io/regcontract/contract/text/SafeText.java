package io.regcontract.contract.text;

import tools.jackson.databind.JsonNode;

/**
 * A value as it may be shown to a person: on one line, short, and without characters that a terminal or a page would act
 * upon.
 */
public final class SafeText {

    private static final int LONGEST = 80;

    private SafeText() {}

    public static String of(JsonNode value) {
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
    public static String text(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LONGEST
                ? escaped(text)
                : escaped(text.substring(0, text.offsetByCodePoints(0, LONGEST))) + "...";
    }

    /** What a person typed and a program refuses, in single quotes. */
    public static String typed(String text) {
        return "'" + text(text) + "'";
    }

    public static String count(int number, String what) {
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
                default -> ServiceText.appendVisible(out, c);
            }
        });
        return out.toString();
    }
}
