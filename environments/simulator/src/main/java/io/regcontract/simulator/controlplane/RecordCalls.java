package io.regcontract.simulator.controlplane;

import io.regcontract.simulator.application.Application;
import io.regcontract.simulator.change.PersonChanges;
import io.regcontract.simulator.change.RecordChanges;
import io.regcontract.simulator.json.Json;
import io.regcontract.simulator.record.RecordValues;
import io.regcontract.simulator.record.StoredRecord;
import io.regcontract.simulator.schema.AttributeDefinition;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The calls about the records of an application: a page of them to look at, and changes behind somebody's back. */
final class RecordCalls {

    private static final int LONGEST_PAGE = 1_000;
    private static final int USUAL_PAGE = 100;
    /** What stands for a password that is set. */
    private static final String HIDDEN = "***";

    private RecordCalls() {}

    static JsonNode answer(ApplicationCall call) {
        return switch (call.shape()) {
            case "GET 1" -> call.reading(application -> page(changes(application, call), call.query("after", "max")));
            case "POST 1" ->
                call.changing(application -> {
                    var changes = changes(application, call);
                    return written(
                            changes, changes.create(call.body("attributes").object("attributes")));
                });
            case "GET 2" -> call.reading(application -> one(application, call));
            case "POST 2", "DELETE 2", "POST 3", "PUT 3", "DELETE 3" ->
                call.changing(application -> one(application, call));
            default -> throw ControlPlaneException.unknownCall();
        };
    }

    private static JsonNode one(Application application, ApplicationCall call) {
        var changes = changes(application, call);
        if (call.is("POST", 2) && call.step(1).equals("taken")) {
            var body = call.body("attribute", "value");
            return written(changes, changes.take(body.named("attribute"), body.value("value")));
        }
        var record = changes.record(call.step(1));
        if (call.steps().size() == 3) {
            return changed(new PersonChanges(application, changes), changes, record, call);
        }
        return switch (call.request().method()) {
            case "GET" -> written(changes, record);
            case "POST" ->
                written(changes, changes.change(record, call.body("attributes").object("attributes")));
            default -> {
                changes.delete(record);
                yield Json.object();
            }
        };
    }

    private static JsonNode changed(
            PersonChanges people, RecordChanges changes, StoredRecord record, ApplicationCall call) {
        var answer = Json.object();
        switch (call.request().method() + " " + call.step(2)) {
            case "DELETE grants" -> changes.deleteGrants(record);
            case "POST expire" -> {
                var body = call.body("tokens", "codes");
                if (!body.flag("tokens") && !body.flag("codes")) {
                    throw new ControlPlaneException(400, "Say what is to expire: \"tokens\", \"codes\" or both, true.");
                }
                answer.put("tokens", body.flag("tokens") ? people.expireTokens(record) : 0);
                answer.put("codes", body.flag("codes") ? people.expireCodes(record) : 0);
            }
            case "PUT throttled" -> people.throttle(record);
            case "DELETE throttled" -> people.admit(record);
            case "PUT verified" -> people.verify(record, true);
            case "DELETE verified" -> people.verify(record, false);
            default -> throw ControlPlaneException.unknownCall();
        }
        return answer;
    }

    private static JsonNode page(RecordChanges changes, ControlRequest query) {
        long after = query.has("after") ? query.whole("after", 0, Long.MAX_VALUE) : 0;
        int most = query.has("max") ? (int) query.whole("max", 1, LONGEST_PAGE) : USUAL_PAGE;
        var answer = Json.object().put("total", changes.records().count());
        var list = answer.putArray("records");
        changes.records().after(after).limit(most).forEach(record -> list.add(written(changes, record)));
        return answer;
    }

    private static RecordChanges changes(Application application, ApplicationCall call) {
        return new RecordChanges(application, call.step(0));
    }

    /** A record as answers of the API show it, without its passwords. */
    private static ObjectNode written(RecordChanges changes, StoredRecord record) {
        var type = changes.records().type();
        return masked(RecordValues.all(type, record), type.definitions());
    }

    private static ObjectNode masked(ObjectNode values, List<AttributeDefinition> definitions) {
        var shown = values.deepCopy();
        for (var definition : definitions) {
            var value = values.path(definition.name());
            if (definition.type().isPassword() && !value.isNull()) {
                shown.put(definition.name(), HIDDEN);
            } else if (value instanceof ObjectNode object && definition.type().hasChildren()) {
                shown.set(definition.name(), masked(object, definition.children()));
            } else if (value instanceof ArrayNode list && definition.type().hasChildren()) {
                var elements = shown.putArray(definition.name());
                list.values()
                        .forEach(element -> elements.add(
                                element instanceof ObjectNode object
                                        ? masked(object, definition.children())
                                        : element));
            }
        }
        return shown;
    }
}
