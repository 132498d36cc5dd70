package io.regcontract.report.render.har;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names and values as a query and a form have them. */
final class NamedValues {

    private NamedValues() {}

    /** The parameters of an address, decoded. */
    static List<Map<String, Object>> ofQuery(String url) {
        var fragment = url.indexOf('#');
        var address = fragment < 0 ? url : url.substring(0, fragment);
        var query = address.indexOf('?');
        return query < 0 ? List.of() : of(address.substring(query + 1));
    }

    /** The parameters of a form, decoded. */
    static List<Map<String, Object>> of(String form) {
        var values = new ArrayList<Map<String, Object>>();
        for (var pair : form.split("&", -1)) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                values.add(named(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1))));
            }
        }
        return values;
    }

    static Map<String, Object> named(String name, String value) {
        var named = new LinkedHashMap<String, Object>();
        named.put("name", name);
        named.put("value", value);
        return named;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItStands) {
            return text;
        }
    }
}
