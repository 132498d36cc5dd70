package io.regcontract.report.render.console;

import io.regcontract.contract.text.ServiceText;
import io.regcontract.report.judge.Verdict;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What a terminal can show. Text that came from a service or a person is shown through here: control characters,
 * escape sequences, characters that turn the direction of writing or show nothing become {@code \\u{...}}, as does
 * what the charset lacks.
 */
public final class Terminal {

    private final Charset charset;

    public Terminal(Charset charset) {
        this.charset = charset;
    }

    /** The terminal or file that standard output goes to, as far as the JVM tells. */
    public static Terminal ofStandardOutput() {
        for (var property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            var name = System.getProperty(property, "");
            if (!name.isEmpty() && Charset.isSupported(name)) {
                return new Terminal(Charset.forName(name));
            }
        }
        return new Terminal(StandardCharsets.US_ASCII);
    }

    /** A shape for the verdict, told from the others without colour. */
    String shape(Verdict verdict) {
        return switch (verdict) {
            case PROVEN, WITNESSED -> either("\u25cf", "+");
            case PROVEN_WITH_ERRATUM, WITNESSED_WITH_ERRATUM -> either("\u25d0", "~");
            case WAIVED -> either("\u25cb", "o");
            case REFINED -> either("\u25bd", "v");
            case COARSER -> either("\u25b3", "^");
            case NOT_DRIVABLE -> either("\u2298", "/");
            case OUT_OF_SCOPE -> either("\u00b7", ".");
            case UNTESTED, NEVER_SEEN -> either("\u25cc", "-");
            case BROKEN -> either("\u2260", "!");
            case CONTRADICTED -> either("\u2716", "X");
        };
    }

    /** The text on one line, escaped and cut to a number of columns. */
    String shown(String asItCame, int columns) {
        var text = ServiceText.withoutOrders(asItCame);
        var shown = new StringBuilder();
        var more = either("\u2026", "...");
        int lengthThatLeavesRoom = 0;
        for (int index = 0; index < text.length(); ) {
            int character = text.codePointAt(index);
            index += Character.charCount(character);
            var next = harmless(character) ? Character.toString(character) : escape(character);
            if (shown.length() + next.length() > columns) {
                return shown.substring(0, lengthThatLeavesRoom) + more;
            }
            shown.append(next);
            if (shown.length() + more.length() <= columns) {
                lengthThatLeavesRoom = shown.length();
            }
        }
        return shown.toString();
    }

    private boolean harmless(int character) {
        return !ServiceText.acts(character)
                && !joinsAnother(character)
                && charset.newEncoder().canEncode(Character.toString(character))
                && leftToRight(character);
    }

    /** Marks are drawn over what stands before them. */
    private static boolean joinsAnother(int character) {
        int type = Character.getType(character);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    /** Letters that run from right to left would reorder the columns they stand in. */
    private static boolean leftToRight(int character) {
        byte direction = Character.getDirectionality(character);
        return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
                && direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static String escape(int character) {
        return switch (character) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\u{" + Integer.toHexString(character) + "}";
        };
    }

    private String either(String unicode, String ascii) {
        return charset.newEncoder().canEncode(unicode) ? unicode : ascii;
    }
}
