package io.regcontract.simulator.store.backend;

import java.nio.charset.StandardCharsets;

/**
 * JSON that can be written as UTF-8. Half of a pair of surrogates, which no UTF-8 has, is escaped: in JSON, it can only
 * stand within a string.
 */
public final class StoredText {

    private StoredText() {}

    /** The same JSON, without halves of pairs. */
    public static String of(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return escaped(json);
            }
        }
        return json;
    }

    /** The same JSON, in UTF-8. */
    public static byte[] bytes(String json) {
        return of(json).getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String json) {
        var text = new StringBuilder(json.length() + 16);
        for (int i = 0; i < json.length(); i++) {
            char each = json.charAt(i);
            if (Character.isHighSurrogate(each)
                    && i + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(i + 1))) {
                text.append(each).append(json.charAt(++i));
            } else if (Character.isSurrogate(each)) {
                text.append("\\u").append(Integer.toHexString(each));
            } else {
                text.append(each);
            }
        }
        return text.toString();
    }
}
