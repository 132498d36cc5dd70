package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The body of a control call, read key by key; whatever is wrong is said with the name of the key. */
final class ControlRequest {

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");

    private final JsonNode body;

    private ControlRequest(JsonNode body) {
        this.body = body;
    }

    static ControlRequest of(WireRequest request) {
        if (request.body().length == 0) {
            return new ControlRequest(Json.object());
        }
        try {
            var body = Json.read(new String(request.body(), StandardCharsets.UTF_8));
            if (body.isObject()) {
                return new ControlRequest(body);
            }
        } catch (JacksonException notJson) {
            throw new ControlPlaneException(400, "The body is not well-formed JSON.");
        }
        throw new ControlPlaneException(400, "The body must be a JSON object.");
    }

    /**
     * The body of a call that takes these keys and no other.
     *
     * @throws ControlPlaneException 400 when it has another one
     */
    static ControlRequest of(WireRequest request, String... keys) {
        return of(request).taking(keys);
    }

    /**
     * What a call says behind the question mark, under these keys and no other; whole numbers are numbers.
     *
     * @throws ControlPlaneException 400 when it has another one, or is not percent-encoded
     */
    static ControlRequest inQuery(WireRequest request, String... keys) {
        var read = Json.object();
        for (var pair : request.query().split("&", -1)) {
            int equals = pair.indexOf('=');
            if (pair.isEmpty()) {
                continue;
            }
            var key = decoded(equals < 0 ? pair : pair.substring(0, equals));
            var value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (WHOLE.matcher(value).matches()) {
                read.put(key, Long.parseLong(value));
            } else {
                read.put(key, value);
            }
        }
        return new ControlRequest(read).taking(keys);
    }

    private ControlRequest taking(String... keys) {
        var known = List.of(keys);
        body.propertyNames().stream()
                .filter(key -> !known.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw new ControlPlaneException(
                            400,
                            "\"" + key + "\" is no key of this call"
                                    + (known.isEmpty()
                                            ? ", which takes none."
                                            : "; it takes " + String.join(", ", known) + "."));
                });
        return this;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw new ControlPlaneException(400, "The query is not valid percent-encoded UTF-8.");
        }
    }

    JsonNode whole() {
        return body;
    }

    boolean has(String key) {
        return body.hasNonNull(key);
    }

    /** Whether the key is absent; one that holds null is there. */
    boolean isEmpty(String key) {
        return !body.has(key);
    }

    String text(String key) {
        return body.path(key).stringValueOpt().orElseThrow(() -> wrong(key, "a string"));
    }

    long whole(String key, long least, long most) {
        var value = body.path(key);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw wrong(key, "a whole number from " + least + " to " + most);
        }
        return value.longValue();
    }

    boolean flag(String key) {
        var value = body.path(key);
        if (value.isMissingNode()) {
            return false;
        }
        return value.booleanValueOpt().orElseThrow(() -> wrong(key, "true or false"));
    }

    /** An object; an empty one when the key is absent. */
    ObjectNode object(String key) {
        var value = body.path(key);
        if (value.isMissingNode()) {
            return Json.object();
        }
        if (value instanceof ObjectNode object) {
            return object;
        }
        throw wrong(key, "a JSON object");
    }

    /** A text that is not empty. */
    String named(String key) {
        return Optional.of(text(key))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> wrong(key, "a text that is not empty"));
    }

    /** Any JSON value; what is missing is null. */
    JsonNode value(String key) {
        return body.has(key) ? body.path(key) : Json.nothing();
    }

    /** A point in time in ISO 8601. */
    Instant time(String key) {
        try {
            return Instant.parse(text(key));
        } catch (DateTimeParseException none) {
            throw wrong(key, "a time such as 2026-03-01T12:00:00Z");
        }
    }

    /** A list of strings; an empty one when the key is absent. */
    List<String> texts(String key) {
        if (!has(key)) {
            return List.of();
        }
        return array(key).values().stream()
                .map(each -> each.stringValueOpt().orElseThrow(() -> wrong(key, "a JSON array of strings")))
                .toList();
    }

    /** A list of names, each of which has a meaning. */
    <T> List<T> named(String key, Function<String, Optional<T>> meaning, List<String> names) {
        return texts(key).stream()
                .map(name -> meaning.apply(name)
                        .orElseThrow(() -> new ControlPlaneException(
                                400,
                                "\"" + key + "\" can hold " + names + ", not " + Json.write(Json.text(name)) + ".")))
                .toList();
    }

    JsonNode array(String key) {
        if (!body.path(key).isArray()) {
            throw wrong(key, "a JSON array");
        }
        return body.path(key);
    }

    private static ControlPlaneException wrong(String key, String expected) {
        return new ControlPlaneException(400, "\"" + key + "\" must be " + expected + ".");
    }
}
