package io.regcontract.simulator.operation.entity;

import io.regcontract.simulator.argument.ArgumentRules;
import io.regcontract.simulator.error.ErrorCode;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.AttributePath;
import io.regcontract.simulator.record.EntityType;
import io.regcontract.simulator.record.Values;
import io.regcontract.simulator.record.Visibility;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts of records. */
final class Projection {

    private Projection() {}

    /** The value at one path. 223 when there is no such attribute, 310 when an element on the way is not there. */
    static JsonNode at(EntityType type, JsonNode record, AttributePath path) {
        type.definition(path);
        return Values.at(record, path)
                .orElseThrow(() -> ErrorCode.RECORD_NOT_FOUND.because("plural element not found: " + path));
    }

    /** The record with only the attributes named, or all of it when none are. 223 when one does not exist. */
    static JsonNode of(EntityType type, Visibility access, JsonNode record, Optional<List<String>> names) {
        if (names.isEmpty()) {
            return record;
        }
        var part = Json.object();
        paths(type, access, names).forEach(path -> put(part, path.steps(), at(type, record, path)));
        return part;
    }

    /** The attributes named, whether or not there is a record to look at. 223 when one does not exist. */
    static List<AttributePath> paths(EntityType type, Visibility access, Optional<List<String>> names) {
        var paths = new ArrayList<AttributePath>();
        for (var name : names.orElse(List.of())) {
            var path = AttributePath.parse(name)
                    .orElseThrow(() -> ArgumentRules.invalid("attributes", "invalid attribute path: " + name));
            type.definition(path);
            access.check(path);
            paths.add(path);
        }
        return paths;
    }

    private static void put(ObjectNode part, List<AttributePath.Step> steps, JsonNode value) {
        var name = steps.get(0).name();
        if (steps.size() == 1) {
            part.set(name, value);
            return;
        }
        var child = part.path(name).isObject() ? (ObjectNode) part.path(name) : part.putObject(name);
        put(child, steps.subList(1, steps.size()), value);
    }
}
