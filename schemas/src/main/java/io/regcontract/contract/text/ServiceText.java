package io.regcontract.contract.text;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a service sent, on its way into a file or onto a console that people and programs read line by line. Nothing is lost: what may not stand there as
 * it came stands there as an escape.
 */
public final class ServiceText {

    /** Lines that programs which run builds take for orders: {@code ##[error]}, {@code ##vso[...]}, {@code ##teamcity[...]}. */
    private static final Pattern ORDER_ANYWHERE = Pattern.compile("#(?=#[a-z]*\\[)");

    /** The same where it has to begin the line: {@code ::error::}. */
    private static final Pattern ORDER_AT_THE_BEGINNING = Pattern.compile("(?m)^(\\s*):(?=:)");

    private static final int LIMIT = 160;

    private ServiceText() {}

    /**
     * The beginning of a text as a person may see it: at most 160 characters on one line, with their number when there
     * are more, and with every character escaped that acts or is an unusual blank. Secrets are redacted before: one that
     * is cut in two could not be recognised any more.
     */
    public static String bounded(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LIMIT + 1L).forEach(codePoint -> {
            if (codePoint == '\n') {
                shown.append("\\n");
            } else {
                appendVisible(shown, codePoint);
            }
        });
        return onOneLine(
                text.codePointCount(0, text.length()) > LIMIT
                        ? start(shown.toString(), LIMIT) + "… (" + text.length() + " characters)"
                        : shown.toString());
    }

    /**
     * The beginning of a text. A character outside the basic plane is not cut in two.
     *
     * @param longest how many UTF-16 units it may have, at least 1
     */
    public static String start(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** Appends a character, or its escape in JSON's form when it acts or is a blank other than the usual one. */
    static void appendVisible(StringBuilder into, int codePoint) {
        var unusualBlank = Character.getType(codePoint) == Character.SPACE_SEPARATOR && codePoint != ' ';
        if (unusualBlank || acts(codePoint)) {
            for (char unit : Character.toChars(codePoint)) {
                into.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
            }
        } else {
            into.appendCodePoint(codePoint);
        }
    }

    /** The text on one line, without characters that act, and without an order to the program that shows it. */
    public static String onOneLine(String text) {
        return isPlain(text) ? text : withoutOrders(escaped(text, false));
    }

    /** The same on as many lines as it has. */
    public static String inLines(String text) {
        return isPlain(text) ? text : withoutOrders(escaped(text, true));
    }

    /**
     * A document in JSON that every encoder of UTF-8 takes: JSON can say half a character, by an escape, and UTF-8 cannot. What is read back is what was
     * written.
     */
    public static String encodableJson(String json) {
        for (int index = 0; index < json.length(); index++) {
            if (Character.isSurrogate(json.charAt(index))) {
                return withHalvesAsEscapes(json);
            }
        }
        return json;
    }

    /**
     * Whether a character does something where it is shown, or shows nothing: it moves the cursor, turns the direction of a line, ends a line, joins
     * others, or has no meaning at all.
     */
    public static boolean acts(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> looksLikeABlank(codePoint);
        };
    }

    /** Letters and signs that show nothing: Hangul fillers, the Braille pattern without a dot, two vowels of Khmer. */
    public static boolean looksLikeABlank(int codePoint) {
        return "\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0".indexOf(codePoint) >= 0;
    }

    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            if (character < ' ' || character > '~' || character == ':' || character == '#') {
                return false;
            }
        }
        return true;
    }

    private static String escaped(String text, boolean lines) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (character == '\n') {
                escaped.append(lines ? "\n" : "\\n");
            } else if (!acts(character) || (lines && character == '\t')) {
                escaped.appendCodePoint(character);
            } else {
                escaped.append(String.format(Locale.ROOT, "\\u{%x}", character));
            }
        });
        return escaped.toString();
    }

    /** The text without an order to the program that shows the log of a build. */
    public static String withoutOrders(String text) {
        var beginning = ORDER_AT_THE_BEGINNING.matcher(text).replaceAll("$1\\\\u{3a}");
        return ORDER_ANYWHERE.matcher(beginning).replaceAll("\\\\u{23}");
    }

    private static String withHalvesAsEscapes(String json) {
        var encodable = new StringBuilder(json.length() + 16);
        json.codePoints().forEach(character -> {
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                encodable.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                encodable.appendCodePoint(character);
            }
        });
        return encodable.toString();
    }
}
