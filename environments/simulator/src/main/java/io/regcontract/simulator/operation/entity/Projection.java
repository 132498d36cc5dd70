package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.SimulatedErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.operation.PermittedRecords;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.schema.AttributePath;
import io.regcontract.simulator.schema.AttributePath.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Parts of records. */
final class Projection {

    /** More than any schema has attributes. */
    private static final int MOST = 1_000;

    private Projection() {}

    /** The value at one path. 223 when there is no such attribute, 310 when an element on the way is not there. */
    static JsonNode at(PermittedRecords records, JsonNode record, AttributePath path) {
        records.readable(path);
        return at(record, path);
    }

    private static JsonNode at(JsonNode record, AttributePath path) {
        return RecordValues.at(record, path)
                .orElseThrow(() -> SimulatedErrorCode.RECORD_NOT_FOUND.because("plural element not found: " + path));
    }

    /**
     * The record with only the attributes named, or all of it when none are. What is a list in the record is one in the
     * part, too. 223 when an attribute does not exist, 310 when an element that is named is not there.
     */
    static JsonNode of(PermittedRecords records, JsonNode record, Optional<List<String>> names) {
        return names.map(some -> of(record, paths(records, some))).orElse(record);
    }

    /** The record with only what is at the paths. 310 when an element that is named is not there. */
    static JsonNode of(JsonNode record, List<AttributePath> paths) {
        paths.forEach(path -> at(record, path));
        return part(record, paths.stream().map(AttributePath::steps).toList());
    }

    /** The attributes named, whether or not there is a record to look at. 223 when one does not exist. */
    static List<AttributePath> paths(PermittedRecords records, List<String> names) {
        if (names.size() > MOST) {
            throw ArgumentRules.invalid("attributes", "more than " + MOST + " attributes");
        }
        var paths = new ArrayList<AttributePath>();
        for (var name : names) {
            var path = AttributePath.parse(name)
                    .orElseThrow(() -> ArgumentRules.invalid("attributes", "invalid attribute path: " + name));
            records.readable(path);
            paths.add(path);
        }
        return paths;
    }

    /** The members of an object that lie on the ways. */
    private static JsonNode part(JsonNode object, List<List<Step>> ways) {
        var part = Json.object();
        var byName = ways.stream()
                .collect(Collectors.groupingBy(way -> way.get(0).name(), LinkedHashMap::new, Collectors.toList()));
        byName.forEach((name, some) -> part.set(name, value(object.path(name), some)));
        return part;
    }

    /** What the ways, which all begin with this value, want of it. */
    private static JsonNode value(JsonNode value, List<List<Step>> ways) {
        var wantsAll = ways.stream()
                .anyMatch(way -> way.size() == 1 && way.get(0).element().isEmpty());
        if (wantsAll || !value.isContainer()) {
            return value;
        }
        if (value.isObject()) {
            return below(value, ways);
        }
        var elements = Json.array();
        for (var element : value.values()) {
            var through = ways.stream()
                    .filter(way -> leadsThrough(way.get(0), element))
                    .toList();
            if (!through.isEmpty()) {
                elements.add(below(element, through));
            }
        }
        return elements;
    }

    private static JsonNode below(JsonNode object, List<List<Step>> ways) {
        return ways.stream().anyMatch(way -> way.size() == 1)
                ? object
                : part(
                        object,
                        ways.stream().map(way -> way.subList(1, way.size())).toList());
    }

    private static boolean leadsThrough(Step step, JsonNode element) {
        return step.element().isEmpty()
                || step.element().getAsLong() == element.path("id").asLong();
    }
}
