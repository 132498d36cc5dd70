package io.regcontract.traffic.request;

import io.regcontract.traffic.TrafficExchange;
import io.regcontract.traffic.scope.Address;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a request: those of its address, and those of its body as a form or as JSON.
 *
 * @param values by name; of a name that is there twice the first
 * @param allKnown false where the body is not whole, or of a type that is not read here: a parameter that is missing may
 *     be in it
 */
public record RequestParameters(Map<String, String> values, boolean allKnown) {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(200).build())
                    .build())
            .build();

    public RequestParameters {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Reads them. */
    public static RequestParameters of(TrafficExchange exchange, Address address) {
        var values = new LinkedHashMap<String, String>();
        form(address.query(), values);
        return new RequestParameters(values, !exchange.body().isWhole() ? false : body(exchange, values));
    }

    /** Whether a parameter is there; one without a value is not. */
    public boolean has(String name) {
        return !values.getOrDefault(name, "").isEmpty();
    }

    private static boolean body(TrafficExchange exchange, Map<String, String> values) {
        if (exchange.body().bytes().length == 0) {
            return true;
        }
        var text = exchange.body().text();
        var type = contentType(exchange);
        if (type.startsWith("multipart/")) {
            return MultipartForm.read(text, type, values);
        }
        var stripped = text.stripLeading();
        if (type.contains("json") || stripped.startsWith("{")) {
            return json(stripped, values);
        }
        if (type.isEmpty() || type.contains("x-www-form-urlencoded") || type.startsWith("text/plain")) {
            form(text, values);
            return true;
        }
        return false;
    }

    private static String contentType(TrafficExchange exchange) {
        return exchange.header("Content-Type").orElse("").strip().toLowerCase(Locale.ROOT);
    }

    private static boolean json(String text, Map<String, String> values) {
        try {
            var root = JSON.readTree(text);
            if (!root.isObject()) {
                return false;
            }
            root.properties()
                    .forEach(member -> values.putIfAbsent(
                            member.getKey(),
                            member.getValue().isNull()
                                    ? ""
                                    : member.getValue().isString()
                                            ? member.getValue().stringValue()
                                            : member.getValue().toString()));
            return true;
        } catch (JacksonException noJson) {
            return false;
        }
    }

    /** Reads a form, or the query of an address. */
    static void form(String encoded, Map<String, String> into) {
        int from = 0;
        while (from < encoded.length()) {
            int end = encoded.indexOf('&', from);
            end = end < 0 ? encoded.length() : end;
            int equals = encoded.indexOf('=', from);
            if (equals > from && equals < end) {
                into.putIfAbsent(decoded(encoded.substring(from, equals)), decoded(encoded.substring(equals + 1, end)));
            } else if (end > from) {
                into.putIfAbsent(decoded(encoded.substring(from, end)), "");
            }
            from = end + 1;
        }
    }

    private static String decoded(String text) {
        if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
            return text;
        }
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException noEscape) {
            return text;
        }
    }
}
