package io.regcontract.report.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** The forms in which a value can stand in a file. */
final class Forms {

    private Forms() {}

    /** Texts to look for, as Latin-1 sees their UTF-8, each with the name of its form. */
    static Map<String, String> of(String value) {
        var forms = new LinkedHashMap<String, String>();
        add(forms, value, "plain");
        var encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        add(forms, encoded, "URL-encoded");
        add(forms, encoded.replace("+", "%20"), "URL-encoded");
        add(forms, lowerCaseEscapes(encoded), "URL-encoded");
        var json = JsonNodeFactory.instance.stringNode(value).toString();
        add(forms, json.substring(1, json.length() - 1), "JSON");
        add(
                forms,
                value.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;"),
                "XML");
        for (int shift = 0; shift < 3; shift++) {
            add(forms, base64(value, shift, Base64.getEncoder()), "base64");
            add(forms, base64(value, shift, Base64.getUrlEncoder()), "base64");
        }
        return forms;
    }

    /** The part of the base64 of any text with the value in it that depends on the value alone, at one of three alignments. */
    private static String base64(String value, int shift, Base64.Encoder encoder) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        var text = encoder.withoutPadding().encodeToString(shifted);
        // The first characters hold bits of what stands before the value, the last one perhaps bits of what follows.
        return text.substring(shift == 0 ? 0 : shift + 1, text.length() - (shifted.length % 3 == 0 ? 0 : 1));
    }

    private static String lowerCaseEscapes(String encoded) {
        var lower = new StringBuilder(encoded);
        for (int index = 0; index + 2 < lower.length(); index++) {
            if (lower.charAt(index) == '%') {
                lower.setCharAt(index + 1, Character.toLowerCase(lower.charAt(index + 1)));
                lower.setCharAt(index + 2, Character.toLowerCase(lower.charAt(index + 2)));
            }
        }
        return lower.toString();
    }

    private static void add(Map<String, String> forms, String text, String form) {
        var bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (bytes.length() >= 6) {
            forms.putIfAbsent(bytes, form);
        }
    }
}
