package io.regcontract.simulator.store.postgresql;

/**
 * JSON as PostgreSQL takes it. Half of a pair of surrogates, which no UTF-8 has, is escaped: in JSON, it can only stand
 * within a string.
 */
final class StoredText {

    private StoredText() {}

    static String of(String json) {
        for (int i = 0; i < json.length(); i++) {
            if (Character.isSurrogate(json.charAt(i))) {
                return escaped(json);
            }
        }
        return json;
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
