package io.regcontract.traffic.read;

import io.regcontract.check.answer.Answer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;

/** What all formats write alike. */
final class RecordedJson {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private RecordedJson() {}

    static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : "";
    }

    /** A list of objects with name and value, or an object with a value, or several, for each name. */
    static List<Answer.Header> headers(JsonNode node) {
        var headers = new ArrayList<Answer.Header>();
        if (node.isArray()) {
            node.forEach(each -> {
                if (each.path("name").isString()) {
                    headers.add(new Answer.Header(text(each.path("name")), scalar(each.path("value"))));
                }
            });
        } else if (node.isObject()) {
            node.properties().forEach(member -> {
                if (member.getValue().isArray()) {
                    member.getValue().forEach(value -> headers.add(new Answer.Header(member.getKey(), scalar(value))));
                } else {
                    headers.add(new Answer.Header(member.getKey(), scalar(member.getValue())));
                }
            });
        }
        return headers;
    }

    private static String scalar(JsonNode value) {
        return value.isValueNode() ? value.asString("") : "";
    }

    static Optional<String> header(List<Answer.Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> header.value().strip())
                .findFirst();
    }

    /** A time of a plausible year; a recording without one is judged all the same. */
    static Optional<Instant> time(JsonNode node) {
        if (!node.isString()) {
            return Optional.empty();
        }
        try {
            var text = node.stringValue();
            var at = OffsetDateTime.parse(text).toInstant();
            return at.isBefore(EARLIEST) || at.isAfter(LATEST) ? Optional.empty() : Optional.of(at);
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    static OptionalDouble millis(JsonNode node) {
        return node.isNumber() && node.doubleValue() >= 0 && node.doubleValue() < 1e12
                ? OptionalDouble.of(node.doubleValue())
                : OptionalDouble.empty();
    }
}
