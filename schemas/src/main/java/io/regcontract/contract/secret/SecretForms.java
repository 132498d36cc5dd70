package io.regcontract.contract.secret;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The texts that are a secret in another form. One list for all who look for secrets: the check of answers, the redactor in front of every file, and the
 * search for leaks. Escapes of single characters (in percents, as entities of HTML, as escapes of JSON) are not listed here: {@link UnescapedText}
 * undoes them, however they are mixed and nested. Tests that prove the three write their forms by hand.
 */
public final class SecretForms {

    /** The form in which a secret is itself. */
    public static final String PLAIN = "plain";

    private static final String BASE64 = "base64";

    /** Shorter texts turn up by chance. */
    private static final int SHORTEST = 6;

    private SecretForms() {}

    /** The texts, each with the name of its form. */
    public static Map<String, String> of(String secret) {
        var forms = new LinkedHashMap<String, String>();
        add(forms, secret, PLAIN);
        // As forms write blanks; the rest of that form is escapes.
        add(forms, secret.replace(' ', '+'), "URL-encoded");
        for (int shift = 0; shift < 3; shift++) {
            for (var encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                add(forms, base64(secret, shift, encoder), BASE64);
            }
        }
        var hex = HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8));
        add(forms, hex, "hex");
        add(forms, HexFormat.of().withUpperCase().formatHex(secret.getBytes(StandardCharsets.UTF_8)), "hex");
        add(forms, new StringBuilder(secret).reverse().toString(), "reversed");
        return forms;
    }

    /** A text as ISO-8859-1 sees its UTF-8: a character for each byte. */
    public static String octets(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) > '~') {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            }
        }
        return text;
    }

    /** The part of the base64 of any text with the secret in it that depends on the secret alone, at one of three alignments. */
    private static String base64(String secret, int shift, Base64.Encoder encoder) {
        var bytes = secret.getBytes(StandardCharsets.UTF_8);
        var shifted = new byte[shift + bytes.length];
        System.arraycopy(bytes, 0, shifted, shift, bytes.length);
        var text = encoder.withoutPadding().encodeToString(shifted);
        // The first characters hold bits of what stands before the secret, the last one perhaps bits of what follows.
        int from = shift == 0 ? 0 : shift + 1;
        int to = text.length() - (shifted.length % 3 == 0 ? 0 : 1);
        return from < to ? text.substring(from, to) : "";
    }

    private static void add(Map<String, String> forms, String text, String form) {
        if (text.length() >= SHORTEST) {
            forms.putIfAbsent(text, form);
        }
    }
}
