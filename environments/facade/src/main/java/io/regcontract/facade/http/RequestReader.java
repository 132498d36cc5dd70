package io.regcontract.facade.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Reads requests: parameters of the address, of a form, or of a JSON object. */
final class RequestReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_BODY = 4_000_000;

    private RequestReader() {}

    /**
     * Reads a request.
     *
     * @param path of the operation, below the base path
     * @throws IOException when the body cannot be read
     * @throws IllegalArgumentException when it is too long, or not percent-encoded
     */
    static ApiRequest read(HttpExchange exchange, String path) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            throw new IllegalArgumentException("the body is too long");
        }
        var body = new String(bytes, StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var json = headers.getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json");
        return new ApiRequest(
                exchange.getRequestMethod(),
                path,
                parameters(exchange.getRequestURI().getRawQuery()),
                json ? members(body) : parameters(body),
                headers,
                body,
                exchange.getRemoteAddress().getAddress());
    }

    private static Map<String, String> parameters(@org.jspecify.annotations.Nullable String encoded) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (encoded == null) {
            return parameters;
        }
        for (var pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                parameters.putIfAbsent(
                        decoded(equals < 0 ? pair : pair.substring(0, equals)),
                        equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static Map<String, String> members(String body) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            JSON.readTree(body).forEachEntry((name, value) -> parameters.put(name, text(value)));
        } catch (JacksonException notJson) {
            return Map.of();
        }
        return parameters;
    }

    private static String text(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
