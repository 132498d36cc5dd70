package io.regcontract.simulator;

import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.wire.WireRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Makes a request smaller while something stays true of it, and writes it as a command for a shell. */
final class FuzzShrinker {

    private static final int MOST_TRIES = 400;
    /** Shorter values are read at a glance. */
    private static final int SHORT = 12;

    private FuzzShrinker() {}

    /**
     * The smallest request that is found by taking away one header, parameter or half of a value after the other.
     *
     * @param stillFails holds of the request, and of what is returned
     */
    static WireRequest smallest(WireRequest request, Predicate<WireRequest> stillFails) {
        var smallest = request;
        int tries = 0;
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (var less : reductions(smallest)) {
                tries++;
                if (tries > MOST_TRIES) {
                    return smallest;
                }
                if (stillFails.test(less)) {
                    smallest = less;
                    smaller = true;
                    break;
                }
            }
        }
        return smallest;
    }

    /** A command for a shell that sends the request. */
    static String curl(WireRequest request, URI address) {
        var command = new StringBuilder("curl -i -X " + request.method());
        new TreeMap<>(request.headers())
                .forEach((name, values) -> values.forEach(value ->
                        command.append(" -H ").append(quoted(value.isEmpty() ? name + ";" : name + ": " + value))));
        if (request.body().length > 0) {
            command.append(" --data-binary @-");
        }
        command.append(' ')
                .append(quoted(address + request.path() + (request.query().isEmpty() ? "" : "?" + request.query())));
        return request.body().length > 0 ? "printf '" + escaped(request.body()) + "' | " + command : command.toString();
    }

    private static List<WireRequest> reductions(WireRequest request) {
        var all = new ArrayList<WireRequest>();
        for (var query : lessForms(request.query())) {
            all.add(with(request, query, request.headers(), request.body()));
        }
        if (request.body().length > 0) {
            all.add(with(request, request.query(), request.headers(), new byte[0]));
            for (var body : lessBodies(new String(request.body(), StandardCharsets.UTF_8))) {
                all.add(with(request, request.query(), request.headers(), body.getBytes(StandardCharsets.UTF_8)));
            }
        }
        for (var name : request.headers().keySet()) {
            var fewer = new HashMap<>(request.headers());
            fewer.remove(name);
            all.add(with(request, request.query(), fewer, request.body()));
        }
        return all;
    }

    private static WireRequest with(WireRequest request, String query, Map<String, List<String>> headers, byte[] body) {
        return new WireRequest(request.method(), request.path(), query, headers, body, request.caller());
    }

    private static List<String> lessBodies(String body) {
        try {
            if (Json.read(body) instanceof ObjectNode object) {
                return object.propertyNames().stream()
                        .map(name -> Json.write(object.deepCopy().without(List.of(name))))
                        .toList();
            }
        } catch (JacksonException noJson) {
            return lessForms(body);
        }
        return lessForms(body);
    }

    /** First every parameter taken away, then every long value halved. */
    private static List<String> lessForms(String form) {
        if (form.isEmpty()) {
            return List.of();
        }
        var parts = Arrays.asList(form.split("&", -1));
        var all = new ArrayList<String>();
        for (int i = 0; i < parts.size(); i++) {
            all.add(with(parts, i, Stream.of()));
        }
        for (int i = 0; i < parts.size(); i++) {
            int at = i;
            halves(parts.get(i)).forEach(half -> all.add(with(parts, at, Stream.of(half))));
        }
        return all;
    }

    private static String with(List<String> parts, int at, Stream<String> instead) {
        return Stream.of(parts.subList(0, at).stream(), instead, parts.subList(at + 1, parts.size()).stream())
                .flatMap(part -> part)
                .collect(Collectors.joining("&"));
    }

    private static List<String> halves(String parameter) {
        int equals = parameter.indexOf('=');
        if (parameter.length() - equals <= SHORT) {
            return List.of();
        }
        try {
            var name = parameter.substring(0, equals + 1);
            var value = URLDecoder.decode(parameter.substring(equals + 1), StandardCharsets.UTF_8);
            int half = value.offsetByCodePoints(0, value.codePointCount(0, value.length()) / 2);
            return Stream.of(value.substring(0, half), value.substring(half))
                    .filter(part -> part.length() < value.length())
                    .map(part -> name + URLEncoder.encode(part, StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException spoilt) {
            return List.of();
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String escaped(byte[] bytes) {
        var escaped = new StringBuilder();
        for (byte each : bytes) {
            boolean plain = each > ' ' && each <= '~' && each != '\'' && each != '\\' && each != '%';
            escaped.append(plain ? Character.toString(each) : "\\%03o".formatted(each & 0xFF));
        }
        return escaped.toString();
    }
}
