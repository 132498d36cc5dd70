package io.regcontract.report.render.export;

import java.util.Locale;

/** Text on its way into XML. */
public final class XmlText {

    private XmlText() {}

    /** XML has no way to write some characters, escaped or not. */
    public static String legal(String text) {
        if (isPrintableAscii(text)) {
            return text;
        }
        var legal = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean allowed = character == '\n'
                    || character == '\t'
                    || (character >= 0x20 && character <= 0xd7ff)
                    || (character >= 0xe000 && character <= 0xfffd)
                    || character >= 0x10000;
            if (allowed) {
                legal.appendCodePoint(character);
            } else {
                legal.append(String.format(Locale.ROOT, "\\u{%x}", character));
            }
        });
        return legal.toString();
    }

    private static boolean isPrintableAscii(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) < ' ' || text.charAt(index) > '~') {
                return false;
            }
        }
        return true;
    }
}
